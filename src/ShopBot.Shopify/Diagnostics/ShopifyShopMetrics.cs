using System.Diagnostics.Metrics;

namespace ShopBot.Shopify.Diagnostics;

/// <summary>One method per measured thing.</summary>
internal sealed class ShopifyShopMetrics
{
    private readonly Counter<long> _links;

    public ShopifyShopMetrics(IMeterFactory factory) =>
        _links = factory.Create(ShopifyShopDiagnostics.MeterName).CreateCounter<long>("shopbot.shopify.checkout.links", "{link}", "Ways tried to make a checkout link, by outcome.");

    public void LinkTried(string way, string outcome) =>
        _links.Add(1, new KeyValuePair<string, object?>("way", way), new KeyValuePair<string, object?>("outcome", outcome));
}
