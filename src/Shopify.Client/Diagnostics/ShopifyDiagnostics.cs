using System.Diagnostics;

namespace Shopify.Client;

/// <summary>The names to subscribe to for traces and metrics.</summary>
public static class ShopifyDiagnostics
{
    /// <summary>
    /// The name of the activity source: one client span per call, named after the operation, with <c>shopify.api</c>, <c>shopify.api_version</c>,
    /// <c>shopify.request_id</c>, <c>shopify.cost.requested</c>, <c>shopify.cost.actual</c>, and <c>shopify.shared</c> when an identical call under
    /// way gave the answer. Each attempt is an HTTP span below it.
    /// </summary>
    public const string ActivitySourceName = "Shopify.Client";

    /// <summary>
    /// The name of the meter: <c>shopify.client.operation.duration</c> (seconds), <c>.operation.retries</c>, <c>.operation.shared</c>,
    /// <c>.query.cost</c> and <c>.query.actual_cost</c> (points), <c>.pacing.wait</c> (seconds), <c>.throttled</c>, <c>.breaker.opened</c>,
    /// <c>.answers</c> (with the API version that served them and whether they were marked deprecated) and <c>.search.ignored_filters</c>,
    /// tagged by API, operation and <c>error.type</c>; <c>.token.refresh.duration</c> (seconds, tagged by grant and outcome),
    /// <c>.token.missing_expiry</c> and <c>.token.state_changes</c>. Never tagged by shop.
    /// </summary>
    public const string MeterName = "Shopify.Client";

    private static readonly ActivitySource Source = new(ActivitySourceName);

    internal static Activity? Start(GraphQLCall call)
    {
        var activity = Source.StartActivity(call.Operation.OperationName, ActivityKind.Client);
        if (activity is not { IsAllDataRequested: true })
            return activity;
        activity.SetTag("graphql.operation.name", call.Operation.OperationName);
        activity.SetTag("graphql.operation.type", call.Operation.IsMutation ? "mutation" : "query");
        activity.SetTag("shopify.api", call.Api == ShopifyApi.Admin ? "admin" : "storefront");
        return activity;
    }

    internal static void SetAnswer(this Activity activity, SentAnswer answer)
    {
        activity.SetTag("shopify.api_version", answer.ApiVersion);
        activity.SetTag("shopify.request_id", answer.RequestId);
        activity.SetTag("shopify.cost.requested", answer.Content.Extensions.RequestedCost);
        activity.SetTag("shopify.cost.actual", answer.Content.Extensions.ActualCost);
        if (answer.Deprecation is not null)
            activity.SetTag("shopify.deprecated", true);
    }
}
