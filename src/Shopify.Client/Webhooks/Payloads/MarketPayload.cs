using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A market (<c>markets/create</c>, <c>markets/update</c>).</summary>
public sealed class MarketPayload : ShopifyWebhookPayload
{
    internal MarketPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id.</summary>
    public long? Id => Json.Long("id");

    /// <summary>Its name.</summary>
    public string? Name => Json.Text("name");

    /// <summary>Such as <c>active</c>; an open set.</summary>
    public string? Status => Json.Text("status");
}
