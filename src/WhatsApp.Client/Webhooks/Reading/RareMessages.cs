namespace WhatsApp.Client.Webhooks;

/// <summary>The kinds of message that are read from a tree.</summary>
internal static class RareMessages
{
    public static WebhookEvent Create(scoped in MessageParts parts, string type, JsonTree json) => type switch
    {
        "location" when json.Double("latitude") is null || json.Double("longitude") is null => Malformed(parts, "location has no latitude and longitude"),
        "location" => new LocationReceived(parts, json),
        "contacts" when !json.IsArray => Malformed(parts, "contacts is not an array"),
        "contacts" => new ContactsReceived(parts, json),
        "order" when !json["product_items"].IsArray => Malformed(parts, "order.product_items is not an array"),
        "order" => new OrderReceived(parts, json),
        "edit" when json.Id("original_message_id") is null => Malformed(parts, "edit has no original_message_id"),
        "edit" => new EditReceived(parts, json),
        "revoke" when json.Id("original_message_id") is null => Malformed(parts, "revoke has no original_message_id"),
        "revoke" => new RevokeReceived(parts, json),
        _ => System(parts, json),
    };

    private static WebhookEvent System(scoped in MessageParts parts, JsonTree json) => json.Id("type") switch
    {
        "user_changed_number" or "customer_changed_number" => new NumberChanged(parts, json),
        "user_changed_user_id" => new UserIdChanged(parts, json),
        "customer_identity_changed" or "user_identity_changed" => new IdentityChanged(parts, json),
        _ => new UnknownSystemReceived(parts, json),
    };

    private static MalformedEvent Malformed(scoped in MessageParts parts, string reason) => new(parts.Origin, reason);
}
