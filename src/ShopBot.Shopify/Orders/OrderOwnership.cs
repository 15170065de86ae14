using ShopBot.Engine.Customers;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopping.Orders;
using Shopify.Client;

namespace ShopBot.Shopify.Orders;

/// <summary>
/// Whether an order may be shown in a chat. Knowing its number is not enough: it must carry the chat's own reference, or the number that the
/// platform vouches for must be the order's or its customer's.
/// </summary>
internal static class OrderOwnership
{
    public static bool HasReference(IReadOnlyList<OrderAttribute> attributes, CustomerId customer) => ChatReference.In(attributes) == customer;

    public static bool HasPhone(OrderContact contact, OrderBuyer buyer) =>
        buyer.Phone is { } phone && (Same(contact.Phone, phone) || Same(contact.CustomerPhone, phone) || Same(contact.ShippingAddress?.Phone, phone));

    private static bool Same(string? stored, string told) =>
        stored is not null && Core(stored) is { Length: >= 7 } one && one == Core(told);

    /// <summary>
    /// The digits without what WhatsApp adds or leaves out in Mexico (521), Argentina (549) and Brazil (the ninth digit), so that both forms of a number
    /// are the same.
    /// </summary>
    private static string Core(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits switch
        {
            ['5', '2', '1', ..] when digits.Length == 13 => "52" + digits[3..],
            ['5', '4', '9', ..] when digits.Length == 13 => "54" + digits[3..],
            ['5', '5', _, _, '9', ..] when digits.Length == 13 => digits[..4] + digits[5..],
            _ => digits,
        };
    }
}
