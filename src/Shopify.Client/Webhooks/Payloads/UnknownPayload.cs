using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A topic without a view of its own, or a body that is not a JSON object: <see cref="ShopifyWebhookPayload.Json"/> has it all.</summary>
public sealed class UnknownPayload : ShopifyWebhookPayload
{
    internal UnknownPayload(JsonElement json)
        : base(json)
    {
    }
}
