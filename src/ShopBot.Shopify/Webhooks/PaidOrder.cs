using System.Globalization;
using System.Text.Json;
using ShopBot.Engine.Customers;
using ShopBot.Shopify.Checkout;

namespace ShopBot.Shopify.Webhooks;

/// <summary>What the bot needs of an <c>orders/paid</c> body. Members may be missing: a subscription can leave them out.</summary>
internal sealed record PaidOrder(string Id, string Name, CustomerId? Customer, IReadOnlyList<string> VariantIds)
{
    /// <returns>Null when the body is not an order.</returns>
    public static PaidOrder? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PaidOrder? Read(JsonElement order)
    {
        if (order.ValueKind != JsonValueKind.Object || Number(order, "id") is not { } id)
            return null;
        var reference = Items(order, "note_attributes")
            .Where(attribute => Text(attribute, "name") == ChatReference.Attribute)
            .Select(attribute => Text(attribute, "value"))
            .FirstOrDefault();
        var variants = Items(order, "line_items")
            .Select(line => Number(line, "variant_id"))
            .OfType<string>()
            .Select(variant => $"gid://shopify/ProductVariant/{variant}");
        return new PaidOrder(id, Text(order, "name") ?? "#" + id, ChatReference.Read(reference), [.. variants]);
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;
}
