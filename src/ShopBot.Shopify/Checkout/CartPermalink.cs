using ShopBot.Engine.Customers;
using ShopBot.Shopping.Checkout;
using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>Builds <c>/cart/{variant}:{quantity},…</c>: a link that fills a cart when it is opened.</summary>
internal sealed class CartPermalink(ShopAddress address)
{
    private const int MaxLength = 2000;

    /// <returns>Null when the lines do not fit into a link, or a variant has no number.</returns>
    public Uri? Build(ShopDomain shop, CustomerId customer, IReadOnlyList<CheckoutLine> lines, IReadOnlyList<string> discountCodes, string? language = null)
    {
        if (Items(lines) is not { } items)
            return null;
        var discount = discountCodes.Count == 0 ? "" : "&discount=" + string.Join(',', discountCodes.Select(Uri.EscapeDataString));
        return Fitting($"{address.Of(shop)}/cart/{items}?attributes[{ChatReference.Attribute}]={ChatReference.Of(customer)}{discount}{(language is null ? "" : $"&locale={Uri.EscapeDataString(language)}")}");
    }

    /// <summary><c>{number}:{quantity}</c> for each line, as both kinds of permalinks have it.</summary>
    public static string? Items(IReadOnlyList<CheckoutLine> lines)
    {
        var items = lines.Select(static line => (Number: line.VariantId[(line.VariantId.LastIndexOf('/') + 1)..], line.Quantity)).ToList();
        return items.All(static item => item.Number.Length > 0 && item.Number.All(char.IsAsciiDigit))
            ? string.Join(',', items.Select(static item => $"{item.Number}:{item.Quantity}"))
            : null;
    }

    public static Uri? Fitting(string link) => link.Length < MaxLength ? new Uri(link) : null;
}
