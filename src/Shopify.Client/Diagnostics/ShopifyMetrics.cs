using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Shopify.Client;

/// <summary>One method per measured thing.</summary>
internal sealed class ShopifyMetrics
{
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _retries;
    private readonly Histogram<double> _cost;

    public ShopifyMetrics(IMeterFactory meterFactory)
    {
        var meter = meterFactory.Create(ShopifyDiagnostics.MeterName);
        _duration = meter.CreateHistogram<double>("shopify.client.operation.duration", "s", "Time of one call, waits and repeats included.");
        _retries = meter.CreateCounter<long>("shopify.client.operation.retries", "{retry}", "Attempts after the first.");
        _cost = meter.CreateHistogram<double>("shopify.client.query.cost", "{point}", "Requested query cost of answered operations.");
    }

    public void Finished(ShopifyApi api, string operationName, TimeSpan duration, string? errorType)
    {
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

    public void Cost(ShopifyApi api, string operationName, double requested) => _cost.Record(requested, Tags(api, operationName));

    private static TagList Tags(ShopifyApi api, string operationName) => new()
    {
        { "shopify.api", api == ShopifyApi.Admin ? "admin" : "storefront" },
        { "graphql.operation.name", operationName },
    };
}
