using System.Security.Cryptography;
using System.Text;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ShopBot.Engine.Diagnostics;
using ShopBot.Shopify.Diagnostics;
using Shopify.Client;
using WhatsApp.Client.AspNetCore.Diagnostics;
using WhatsApp.Client.Diagnostics;

namespace ReferenceHost.Settings;

/// <summary>
/// Traces and metrics by OpenTelemetry: sent by OTLP when an address is given (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and the other variables of that name), read at <c>/metrics</c> by who
/// knows the key (<c>ShopBot:Metrics:Key</c>). With neither nothing is collected, and it costs nothing.
/// </summary>
internal static class Telemetry
{
    private const int ShortestKey = 16;
    private const string Path = "/metrics";
    private static readonly string[] Sources = [EngineDiagnostics.Name, WhatsAppDiagnostics.ActivitySourceName, ShopifyDiagnostics.ActivitySourceName, "Microsoft.AspNetCore", "System.Net.Http"];

    private static readonly string[] Meters =
    [
        EngineDiagnostics.Name, WhatsAppDiagnostics.MeterName, WhatsAppWebhookDiagnostics.MeterName, ShopifyDiagnostics.MeterName, ShopifyShopDiagnostics.MeterName,
        "ZiggyCreatures.Caching.Fusion", "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var isSent = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        var isRead = KeyOf(builder.Configuration) is not null;
        if (!isSent && !isRead)
            return;
        var telemetry = builder.Services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter(Meters);
            if (isRead)
                metrics.AddPrometheusExporter();
            if (isSent)
                metrics.AddOtlpExporter();
        });
        if (isSent)
            telemetry.WithTracing(traces => traces.AddSource(Sources).AddOtlpExporter());
    }

    /// <summary>The page that Prometheus reads, for bearers of the key; without a key there is no such page.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        if (KeyOf(app.Configuration) is not { } key)
            return;
        var wanted = Hash($"Bearer {key}");
        app.MapPrometheusScrapingEndpoint(
            Path,
            meterProvider: null,
            configureBranchedPipeline: branch => branch.Use((context, next) =>
            {
                if (CryptographicOperations.FixedTimeEquals(wanted, Hash(context.Request.Headers.Authorization.ToString())))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return Task.CompletedTask;
            }),
            optionsName: null);
    }

    private static string? KeyOf(IConfiguration configuration) => configuration["ShopBot:Metrics:Key"] switch
    {
        null or "" => null,
        { Length: < ShortestKey } => throw new InvalidOperationException($"ShopBot:Metrics:Key must have at least {ShortestKey} characters."),
        var key => key,
    };

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
