using System.Diagnostics.Metrics;

namespace Shopify.Client.Auth;

/// <summary>One method per measured thing; never tagged by shop.</summary>
internal sealed class TokenMetrics
{
    private readonly Histogram<double> _refreshes;
    private readonly Counter<long> _missingExpiry;
    private readonly Counter<long> _changes;

    public TokenMetrics(IMeterFactory meterFactory)
    {
        var meter = meterFactory.Create(ShopifyDiagnostics.MeterName);
        _refreshes = meter.CreateHistogram<double>("shopify.client.token.refresh.duration", "s", "Time of one renewal of a token, from claim to save.");
        _missingExpiry = meter.CreateCounter<long>("shopify.client.token.missing_expiry", "{answer}", "Token answers that named no life time.");
        _changes = meter.CreateCounter<long>("shopify.client.token.state_changes", "{change}", "Changes of the app's standing with a shop.");
    }

    public void Refreshed(string grant, TimeSpan duration, string outcome) =>
        _refreshes.Record(duration.TotalSeconds, new("shopify.grant", grant), new("shopify.outcome", outcome));

    public void MissingExpiry() => _missingExpiry.Add(1);

    public void Changed(ShopifyTokenState to) => _changes.Add(1, new KeyValuePair<string, object?>("shopify.token.state", to.ToString()));
}
