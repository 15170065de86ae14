using ShopBot.Engine.Customers;
using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>How an order names the chat it came from: an opaque id in a cart attribute, which arrives among the order's note attributes.</summary>
internal static class ChatReference
{
    public const string Attribute = "chat_ref";

    public static string Of(CustomerId customer) => customer.ToString();

    public static CustomerId? Read(string? value) => Guid.TryParseExact(value, "N", out var id) ? new CustomerId(id) : null;

    public static CustomerId? In(IReadOnlyList<OrderAttribute> attributes) =>
        Read(attributes.FirstOrDefault(static attribute => attribute.Key == Attribute)?.Value);
}
