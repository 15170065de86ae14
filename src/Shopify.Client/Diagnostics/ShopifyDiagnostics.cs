using System.Diagnostics;

namespace Shopify.Client;

/// <summary>The names to subscribe to for traces and metrics.</summary>
public static class ShopifyDiagnostics
{
    /// <summary>The name of the activity source: one client span per call, named after the operation.</summary>
    public const string ActivitySourceName = "Shopify.Client";

    /// <summary>
    /// The name of the meter: <c>shopify.client.operation.duration</c> (seconds), <c>shopify.client.operation.retries</c> and
    /// <c>shopify.client.query.cost</c> (points), tagged by API, operation and <c>error.type</c>, never by shop.
    /// </summary>
    public const string MeterName = "Shopify.Client";

    internal static ActivitySource Source { get; } = new(ActivitySourceName);
}
