using System.Text.Json.Serialization;
using ShopBot.Engine.Storage;
using ShopBot.Storage.Redis;
using Shopify.Client;

namespace ReferenceHost.Endpoints;

/// <summary>Tells load balancers and people how this host is.</summary>
internal static partial class HealthEndpoints
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    public static void MapShopBotHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health", ReportAsync);
        endpoints.MapGet("/health/ready", ReportAsync);
        endpoints.MapGet("/health/live", () => Results.Text("alive"));
    }

    private static async Task<IResult> ReportAsync(
        IStorageLifecycle storage, RedisStatus redis, ShopifyClient shopify, TimeProvider time, ILogger<Program> logger, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var database = "healthy";
        try
        {
            await storage.PingAsync(either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogDatabaseDown(logger, e);
            database = "unhealthy";
        }

        var cache = await redis.CheckAsync(cancellationToken);
        var version = shopify.VersionStatus;
        var api = Text(version);
        var report = new HealthReport(
            Overall(database, cache, api), database, Text(cache), api, time.GetUtcNow(), version.Warnings.Count > 0 ? version.Warnings : null);
        return Results.Json(report, HealthJson.Default.HealthReport, statusCode: database == "healthy" ? 200 : 503);
    }

    /// <summary>Without its cache the host does everything, slower; and Shopify serves a later version in place of one that ended, which no restart changes.</summary>
    private static string Overall(string database, RedisState cache, string api) =>
        database == "healthy" && (cache == RedisState.Unhealthy || api != "healthy") ? "degraded" : database;

    /// <summary>How the version of Shopify's API in use is: degraded while its end is near or operations use something deprecated, unhealthy after its end.</summary>
    private static string Text(ShopifyVersionStatus version) => version.State switch
    {
        ApiVersionState.Ended => "unhealthy",
        ApiVersionState.EndsSoon => "degraded",
        _ => version.DeprecatedOperations.Count > 0 ? "degraded" : "healthy",
    };

    private static string Text(RedisState state) => state switch
    {
        RedisState.Healthy => "healthy",
        RedisState.Unhealthy => "unhealthy",
        _ => "not configured",
    };

    [LoggerMessage(EventId = 9001, Level = LogLevel.Error, Message = "The database does not answer.")]
    private static partial void LogDatabaseDown(ILogger logger, Exception exception);

    /// <param name="Warnings">What somebody should do before it hurts, such as choosing a later API version; absent when there is nothing.</param>
    internal sealed record HealthReport(string Status, string Database, string Redis, string ShopifyApi, DateTimeOffset Timestamp, IReadOnlyList<string>? Warnings);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(HealthReport))]
    internal sealed partial class HealthJson : JsonSerializerContext;
}
