using System.Text.Json.Nodes;

namespace Shopify.Emulator.Webhooks;

/// <summary>Takes protected customer data out of payloads for apps that were not approved for it: the members stay and are null.</summary>
internal static class ProtectedFields
{
    private static readonly string[] Contact = ["email", "phone", "contact_email", "order_status_url"];
    private static readonly string[] Person = ["email", "phone", "first_name", "last_name", "name", "address1", "address2", "zip", "latitude", "longitude"];
    private static readonly string[] People = ["customer", "shipping_address", "billing_address", "default_address"];

    public static void Redact(JsonObject payload, string topic, int level)
    {
        if (level >= 2 || !Concerns(topic)) return;
        Clear(payload, topic.StartsWith("customers", StringComparison.Ordinal) ? Person : Contact);
        foreach (var name in People)
        {
            if (payload[name] is not JsonObject person) continue;
            if (level == 0) payload[name] = null;
            else Clear(person, Person);
        }
    }

    // The merchant's own address in a shop's payload is no customer's, and compliance requests must name the person they are about.
    private static bool Concerns(string topic) => topic is not ("customers/data_request" or "customers/redact")
        && (topic.StartsWith("customers", StringComparison.Ordinal) || topic.StartsWith("orders/", StringComparison.Ordinal)
            || topic.StartsWith("checkouts/", StringComparison.Ordinal) || topic.StartsWith("draft_orders/", StringComparison.Ordinal)
            || topic.StartsWith("fulfillments/", StringComparison.Ordinal));

    private static void Clear(JsonObject target, string[] names)
    {
        foreach (var name in names)
            if (target.ContainsKey(name)) target[name] = null;
    }
}
