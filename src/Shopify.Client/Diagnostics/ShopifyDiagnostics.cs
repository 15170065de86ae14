using System.Diagnostics;

namespace Shopify.Client;

/// <summary>The names to subscribe to for traces and metrics.</summary>
public static class ShopifyDiagnostics
{
    /// <summary>The name of the activity source: one client span per call, named after the operation.</summary>
    public const string ActivitySourceName = "Shopify.Client";

    /// <summary>
    /// The name of the meter: <c>shopify.client.operation.duration</c> (seconds), <c>shopify.client.operation.retries</c> and
    /// <c>shopify.client.query.cost</c> (points), tagged by API, operation and <c>error.type</c>; <c>shopify.client.token.refresh.duration</c>
    /// (seconds, tagged by grant and outcome), <c>shopify.client.token.missing_expiry</c> and <c>shopify.client.token.state_changes</c>. Never tagged
    /// by shop.
    /// </summary>
    public const string MeterName = "Shopify.Client";

    internal static ActivitySource Source { get; } = new(ActivitySourceName);
}
