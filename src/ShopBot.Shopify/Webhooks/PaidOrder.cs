using System.Globalization;
using ShopBot.Engine.Customers;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopping.Orders;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>What the bot needs of an order that was paid. Members may be missing: a subscription can leave them out.</summary>
internal sealed record PaidOrder(string Id, string Name, CustomerId? Customer, IReadOnlyList<string> VariantIds)
{
    /// <summary>The buyer's numbers, as WhatsApp may write them; the likeliest first.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    public string? CartToken { get; init; }

    public decimal? Total { get; init; }

    public string? Currency { get; init; }

    public IReadOnlyList<OrderedProduct> Products { get; init; } = [];

    /// <returns>Null when the payload is not an order with an id.</returns>
    public static PaidOrder? Read(ShopifyWebhookPayload payload)
    {
        if (payload is not OrderPayload { Id: { } number } order)
            return null;
        var id = number.ToString(CultureInfo.InvariantCulture);
        var reference = order.NoteAttributes.FirstOrDefault(static attribute => attribute.Name == ChatReference.Attribute)?.Value;
        var variants = order.LineItems.Select(static line => line.VariantId).OfType<long>().Select(static variant => $"gid://shopify/ProductVariant/{variant}");
        return new PaidOrder(id, order.Name ?? "#" + id, ChatReference.Read(reference), [.. variants])
        {
            Phones = [.. new[] { order.Phone, order.Customer?.Phone }.OfType<string>().SelectMany(PhoneForm.Of).Distinct(StringComparer.Ordinal)],
            CartToken = order.CartToken,
            Total = order.TotalPrice,
            Currency = order.Currency,
            Products = [.. order.LineItems.Select(ToProduct)],
        };
    }

    private static OrderedProduct ToProduct(OrderPayloadLine line) => new(
        line.ProductId is { } product ? string.Create(CultureInfo.InvariantCulture, $"gid://shopify/Product/{product}") : null,
        line.Title ?? "",
        line.Quantity ?? 0,
        (line.Price ?? 0) * (line.Quantity ?? 0));
}
