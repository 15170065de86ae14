using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Shopify.Client;

/// <summary>One method per measured thing.</summary>
internal sealed class ShopifyMetrics
{
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _shared;
    private readonly Histogram<double> _cost;
    private readonly Histogram<double> _actualCost;
    private readonly Histogram<double> _wait;
    private readonly Counter<long> _throttled;
    private readonly Counter<long> _breakerOpened;
    private readonly Counter<long> _answers;
    private readonly Counter<long> _ignoredFilters;

    public ShopifyMetrics(IMeterFactory meterFactory)
    {
        var meter = meterFactory.Create(ShopifyDiagnostics.MeterName);
        _duration = meter.CreateHistogram<double>("shopify.client.operation.duration", "s", "Time of one call, waits and repeats included.");
        _retries = meter.CreateCounter<long>("shopify.client.operation.retries", "{retry}", "Attempts after the first.");
        _shared = meter.CreateCounter<long>("shopify.client.operation.shared", "{call}", "Calls answered by an identical call under way.");
        _cost = meter.CreateHistogram<double>("shopify.client.query.cost", "{point}", "Requested query cost of answered operations.");
        _actualCost = meter.CreateHistogram<double>("shopify.client.query.actual_cost", "{point}", "What answered operations took in the end.");
        _wait = meter.CreateHistogram<double>("shopify.client.pacing.wait", "s", "Time waited for query-cost points, by calls that had to.");
        _throttled = meter.CreateCounter<long>("shopify.client.throttled", "{answer}", "Attempts that Shopify throttled.");
        _breakerOpened = meter.CreateCounter<long>("shopify.client.breaker.opened", "{opening}", "Times a shop was given a pause after a row of failures.");
        _answers = meter.CreateCounter<long>("shopify.client.answers", "{answer}", "Answers by the API version that served them.");
        _ignoredFilters = meter.CreateCounter<long>("shopify.client.search.ignored_filters", "{filter}", "Search filters that Shopify ignored.");
    }

    public static string ErrorType(Exception failure) => failure switch
    {
        ShopifyThrottledException => "throttled",
        ShopifyAuthenticationException => "authentication",
        ShopifyAccountException => "account",
        ShopifyUnavailableException { CircuitOpenFor: not null } => "circuit_open",
        ShopifyUnavailableException => "unavailable",
        OperationCanceledException => "cancelled",
        ShopifyException => "rejected",
        _ => failure.GetType().Name,
    };

    public void Finished(ShopifyApi api, string operationName, TimeSpan duration, string? errorType)
    {
        if (!_duration.Enabled)
            return;
        var tags = Tags(api, operationName);
        if (errorType is not null)
            tags.Add("error.type", errorType);
        _duration.Record(duration.TotalSeconds, tags);
    }

    public void Retried(ShopifyApi api, string operationName, string errorType)
    {
        var tags = Tags(api, operationName);
        tags.Add("error.type", errorType);
        _retries.Add(1, tags);
    }

    public void Shared(ShopifyApi api, string operationName) => _shared.Add(1, Tags(api, operationName));

    public void Waited(ShopifyApi api, string operationName, TimeSpan wait) => _wait.Record(wait.TotalSeconds, Tags(api, operationName));

    public void Throttled(ShopifyApi api, string operationName, int? statusCode)
    {
        // Without a status our own queue refused; Shopify was not asked.
        if (statusCode is null)
            return;
        var tags = Tags(api, operationName);
        tags.Add("http.response.status_code", statusCode);
        _throttled.Add(1, tags);
    }

    public void BreakerOpened(ShopifyApi api) => _breakerOpened.Add(1, new KeyValuePair<string, object?>("shopify.api", Name(api)));

    public void Answered(ShopifyApi api, string operationName, SentAnswer answer)
    {
        if (!_cost.Enabled && !_actualCost.Enabled && !_ignoredFilters.Enabled && !_answers.Enabled)
            return;
        var extensions = answer.Content.Extensions;
        var tags = Tags(api, operationName);
        if (extensions.RequestedCost is { } requested)
            _cost.Record(requested, tags);
        if (extensions.ActualCost is { } actual)
            _actualCost.Record(actual, tags);
        if (extensions.SearchWarnings.Count > 0)
            _ignoredFilters.Add(extensions.SearchWarnings.Count, tags);
        if (!_answers.Enabled)
            return;
        tags.Add("shopify.api_version", answer.ApiVersion);
        tags.Add("shopify.deprecated", answer.Deprecation is not null);
        _answers.Add(1, tags);
    }

    private static string Name(ShopifyApi api) => api == ShopifyApi.Admin ? "admin" : "storefront";

    private static TagList Tags(ShopifyApi api, string operationName) => new()
    {
        { "shopify.api", Name(api) },
        { "graphql.operation.name", operationName },
    };
}
