using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shopify.Client.Auth;

namespace Shopify.Client;

/// <summary>
/// Asks once a day which API versions Shopify offers, through any shop that answers, and says what that means for the one in use. Hosts do not ask at the same minute. A failure is tried
/// again in an hour and harms nobody.
/// </summary>
internal sealed partial class VersionAsker(
    ShopifyClient client, ShopifyTokens tokens, IShopifyTokenStore store, TimeProvider time, IMeterFactory meterFactory, ILogger<VersionAsker> logger) : BackgroundService
{
    internal static readonly TimeSpan FirstWithin = TimeSpan.FromMinutes(10);
    internal static readonly TimeSpan Every = TimeSpan.FromDays(1);
    internal static readonly TimeSpan AgainAfter = TimeSpan.FromHours(1);
    private const double Jitter = 0.1;
    private const int MostShops = 10;

    private readonly Counter<long> _checks = meterFactory.Create(ShopifyDiagnostics.MeterName).CreateCounter<long>(
        "shopify.client.api_version.checks", "{check}", "Times Shopify was asked which API versions it offers, by outcome.");

    /// <summary>Asks now.</summary>
    /// <returns>Whether Shopify answered.</returns>
    public async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        var outcome = "no_shop";
        // Tokens that never expire are always due, the others within this time.
        foreach (var shop in await store.FindDueAsync(time.GetUtcNow().AddYears(10), null, MostShops, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                var session = await tokens.GetAsync(shop, cancellationToken).ConfigureAwait(false);
                await client.Admin(session, ShopifyCallPriority.Background).GetApiVersionsAsync(cancellationToken).ConfigureAwait(false);
                Count("answered");
                Tell(client.VersionStatus);
                return true;
            }
            catch (ShopifyNotConnectedException)
            {
                // Another shop is as good.
            }
            catch (ShopifyException failure)
            {
                outcome = "failed";
                Log.Failed(logger, failure);
            }
        }

        Count(outcome);
        return false;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var pause = FirstWithin * Share();
            while (true)
            {
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(false);
                var next = await TryAskAsync(stoppingToken).ConfigureAwait(false) ? Every : AgainAfter;
                pause = next * (1 - Jitter + (2 * Jitter * Share()));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task<bool> TryAskAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await AskAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Count("failed");
            Log.Failed(logger, failure);
            return false;
        }
    }

    private void Tell(ShopifyVersionStatus status)
    {
        if (status.State == ApiVersionState.Ended)
            Log.Ended(logger, status.Asked, status.Served, status.Latest);
        else if (status.State == ApiVersionState.EndsSoon)
            Log.EndsSoon(logger, status.Asked, status.SupportedUntil, status.Latest);
        if (status.DeprecatedOperations.Count > 0)
            Log.Deprecated(logger, string.Join(", ", status.DeprecatedOperations));
    }

    private void Count(string outcome) => _checks.Add(1, new KeyValuePair<string, object?>("shopify.outcome", outcome));

    private static double Share() => RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20);

    private static partial class Log
    {
        [LoggerMessage(40, LogLevel.Warning, "Shopify's API version {Asked} is supported until {Until}; choose a later one (the latest is {Latest})")]
        public static partial void EndsSoon(ILogger logger, string asked, DateOnly? until, string? latest);

        [LoggerMessage(41, LogLevel.Error, "Shopify's API version {Asked} has ended and {Served} is served; choose a later one (the latest is {Latest})")]
        public static partial void Ended(ILogger logger, string asked, string? served, string? latest);

        [LoggerMessage(42, LogLevel.Warning, "Shopify marks these operations as using something deprecated: {Operations}")]
        public static partial void Deprecated(ILogger logger, string operations);

        [LoggerMessage(43, LogLevel.Information, "Shopify could not be asked which API versions it offers; it is tried again within the hour")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
