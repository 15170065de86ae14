namespace Shopify.Client.Webhooks;

/// <summary>
/// The headers of a delivery. Shopify sends them as <c>X-Shopify-*</c> and, newer, as <c>shopify-*</c>; where both are there the newer one counts.
/// </summary>
/// <seealso href="https://shopify.dev/docs/apps/build/webhooks/subscribe/https#headers"/>
public sealed record ShopifyWebhookHeaders
{
    /// <summary>Such as <c>orders/paid</c>; null when missing, and then the delivery is not usable.</summary>
    public string? Topic { get; init; }

    /// <summary>The shop as sent, not checked yet; null when missing, and then the delivery is not usable.</summary>
    public string? ShopDomain { get; init; }

    /// <summary>The signature of the body, base64; null when missing.</summary>
    public string? HmacSha256 { get; init; }

    /// <summary>The id of this delivery; may be missing.</summary>
    public string? WebhookId { get; init; }

    /// <summary>The id of what happened; may be missing.</summary>
    public string? EventId { get; init; }

    /// <summary>When it happened; may be missing.</summary>
    public DateTimeOffset? TriggeredAt { get; init; }

    /// <summary>The API version of the payload; may be missing.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The name the subscription was given; null when it has none.</summary>
    public string? SubscriptionName { get; init; }

    /// <summary>Whether Shopify called it a test; test deliveries do not always say so.</summary>
    public bool IsTest { get; init; }

    /// <summary>Reads the headers of one request.</summary>
    /// <param name="header">Gives the value of a header by its name, whatever the case, or null or an empty text when there is none.</param>
    /// <returns>What was there.</returns>
    public static ShopifyWebhookHeaders Read(Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return new ShopifyWebhookHeaders
        {
            Topic = Get("topic"),
            ShopDomain = Get("shop-domain"),
            HmacSha256 = Get("hmac-sha256"),
            WebhookId = Get("webhook-id"),
            EventId = Get("event-id"),
            TriggeredAt = ShopifyTime.Read(Get("triggered-at")),
            ApiVersion = Get("api-version"),
            SubscriptionName = Get("name"),
            IsTest = string.Equals(Get("test"), "true", StringComparison.OrdinalIgnoreCase),
        };

        string? Get(string name) => Filled(header("shopify-" + name)) ?? Filled(header("X-Shopify-" + name));
    }

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
