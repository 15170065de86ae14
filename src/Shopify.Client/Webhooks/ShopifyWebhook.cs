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

    /// <summary>The name the subscription was given; null when it has none.</summary>
    public string? SubscriptionName { get; init; }

    /// <summary>Whether Shopify called it a test; test deliveries do not always say so.</summary>
    public bool IsTest { get; init; }

    /// <summary>
    /// The same for every repeat of this delivery, and for no other: the shop with <see cref="WebhookId"/>, or where Shopify sent none, with a hash of
    /// topic, time and body. Insert it into a unique column before acting.
    /// </summary>
    public string DeduplicationKey => field ??= WebhookKey.Of(this);

    /// <summary>The JSON exactly as it came. Holds personal data: never log it.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>A typed view of the body. Never throws: a topic without a view gives <see cref="UnknownPayload"/>.</summary>
    /// <returns>The view, made anew with each call.</returns>
    public ShopifyWebhookPayload ReadPayload() => ShopifyWebhookPayload.Read(Topic, Body);

    /// <summary>Topic and shop, without the body.</summary>
    /// <returns>Such as <c>orders/paid from demo-shop.myshopify.com</c>.</returns>
    public override string ToString() => $"{Topic} from {ShopDomain.Value}";
}
