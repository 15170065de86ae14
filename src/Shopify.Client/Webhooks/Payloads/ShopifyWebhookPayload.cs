using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>
/// What a delivery says: a typed view of its JSON. Every member is optional, because a subscription may leave fields out, Shopify blanks
/// protected ones, and shapes grow; a member of another kind than documented counts as absent. Take payloads as a signal with ids, and
/// read again by GraphQL what matters: they show the moment of the event and may be a day late.
/// </summary>
/// <remarks>A closed family with <see cref="UnknownPayload"/> for every other topic. Holds personal data; <see cref="ToString"/> shows none.</remarks>
/// <seealso href="https://shopify.dev/docs/api/webhooks/latest"/>
public abstract class ShopifyWebhookPayload
{
    private protected ShopifyWebhookPayload(JsonElement json) => Json = json;

    /// <summary>All of the body, for members without a property here; an undefined element when the body was not JSON.</summary>
    public JsonElement Json { get; }

    /// <summary>Reads a body. Never throws for what Shopify, or anybody else, put into it.</summary>
    /// <param name="topic">The topic as in the header, such as <c>orders/paid</c>.</param>
    /// <param name="body">The body, after its signature was verified.</param>
    /// <returns>The view of the topic; <see cref="UnknownPayload"/> for a topic without one, or a body that is not a JSON object.</returns>
    public static ShopifyWebhookPayload Read(string topic, ReadOnlyMemory<byte> body)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return PayloadReader.Read(topic, body.Span);
    }

    /// <summary>The kind only: the rest is a merchant's or a customer's data.</summary>
    /// <returns>The type's name.</returns>
    public sealed override string ToString() => GetType().Name;
}
