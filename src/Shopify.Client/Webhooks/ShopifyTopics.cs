namespace Shopify.Client.Webhooks;

/// <summary>Webhook topics in their two spellings.</summary>
/// <seealso href="https://shopify.dev/docs/api/webhooks/latest"/>
public static class ShopifyTopics
{
    /// <summary>The topics every app in the App Store has to answer. They can be set only in <c>shopify.app.toml</c>, never by API.</summary>
    public static IReadOnlyList<string> Compliance { get; } = ["customers/data_request", "customers/redact", "shop/redact"];

    /// <summary>The GraphQL spelling of a topic: <c>orders/paid</c> becomes <c>ORDERS_PAID</c>. What is already in that spelling stays.</summary>
    /// <param name="topic">A topic in either spelling; not empty.</param>
    /// <returns>The value of <c>WebhookSubscriptionTopic</c>.</returns>
    public static string ToGraphQL(string topic)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        return topic.Trim().Replace('/', '_').Replace('.', '_').ToUpperInvariant();
    }
}
