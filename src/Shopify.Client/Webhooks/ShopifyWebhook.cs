namespace Shopify.Client.Webhooks;

/// <summary>
/// One delivery whose signature was right. Deliveries may be repeated, late, out of order or missing; act on each <see cref="WebhookId"/> once.
/// </summary>
/// <seealso href="https://shopify.dev/docs/apps/build/webhooks"/>
public sealed class ShopifyWebhook
{
    /// <summary>The topic as in the header, such as <c>orders/paid</c>; topics that are not known yet come as they are.</summary>
    public required string Topic { get; init; }

    /// <summary>The shop it is about.</summary>
    public required ShopDomain ShopDomain { get; init; }

    /// <summary>The id of this delivery, the same on every repeat; null when Shopify sent none.</summary>
    public string? WebhookId { get; init; }

    /// <summary>The id of what happened, the same for all subscriptions it fired; null when Shopify sent none.</summary>
    public string? EventId { get; init; }

    /// <summary>When it happened; null when Shopify did not say.</summary>
    public DateTimeOffset? TriggeredAt { get; init; }

    /// <summary>The API version of the payload; null when Shopify did not say.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The JSON exactly as it came. Holds personal data: never log it.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Topic and shop, without the body.</summary>
    /// <returns>Such as <c>orders/paid from demo-shop.myshopify.com</c>.</returns>
    public override string ToString() => $"{Topic} from {ShopDomain.Value}";
}
