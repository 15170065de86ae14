using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>Reads what became of the lines from the cart itself: its warnings name no variant, and shortages come as warnings only.</summary>
internal static class CartReading
{
    public static WayResult Of(CartResult result, IReadOnlyList<CheckoutLine> asked, IReadOnlyList<CheckoutChange> before, IReadOnlyList<string> codes)
    {
        if (result.Cart is not { } cart || !Uri.TryCreate(cart.CheckoutUrl, UriKind.Absolute, out var link))
            return new WayResult(WayOutcomes.Failed);
        List<CheckoutChange> changes = [.. before, .. Changes(cart, asked)];
        if (cart.Lines.Count == 0)
            return new WayResult(WayOutcomes.NothingLeft, new CheckoutResult(null, []) { Changes = changes });
        var explained = changes.Any(static change => change.Kind != CheckoutChangeKind.Repriced);
        var notes = result.Warnings.Where(warning => !(explained && IsShortage(warning)) && !(codes.Count > 0 && IsAboutCode(warning))).Select(static warning => warning.Message);
        return new WayResult(WayOutcomes.Made, new CheckoutResult(link, [.. notes]) { Changes = changes, Total = TotalOf(cart), CartToken = TokenOf(cart), RefusedCodes = RefusedCodes(cart, codes) });
    }

    /// <summary>What orders call the cart: its id without what goes before, and without the key, which is a secret.</summary>
    private static string? TokenOf(Cart cart)
    {
        var token = cart.Id[(cart.Id.LastIndexOf('/') + 1)..];
        return token.IndexOf('?') is >= 0 and var end ? token[..end] : token;
    }

    /// <summary>What the cart costs with its discounts; null when the answer does not say.</summary>
    public static Money? TotalOf(Cart cart) => cart.Cost?.TotalAmount is { } total ? new Money(total.Amount, total.CurrencyCode) : null;

    /// <summary>Codes the cart does not take: named as not applicable, or not named at all.</summary>
    public static IReadOnlyList<string> RefusedCodes(Cart cart, IReadOnlyList<string> codes) =>
        [.. codes.Where(code => !cart.DiscountCodes.Any(applied => applied.Applicable && applied.Code.Equals(code, StringComparison.OrdinalIgnoreCase)))];

    private static IEnumerable<CheckoutChange> Changes(Cart cart, IReadOnlyList<CheckoutLine> asked)
    {
        foreach (var line in asked)
        {
            var made = cart.Lines.Where(other => other.VariantId == line.VariantId).ToList();
            var quantity = made.Sum(static other => other.Quantity);
            if (made.Count == 0 || quantity == 0)
            {
                if (!cart.HasMoreLines)
                    yield return new CheckoutChange(line.VariantId, CheckoutChangeKind.SoldOut);
                continue;
            }

            if (quantity < line.Quantity)
                yield return new CheckoutChange(line.VariantId, CheckoutChangeKind.Fewer) { Quantity = quantity };
            // Another currency is another market's price, not a changed one.
            if (line.Price is { } told && made[0].Cost?.AmountPerQuantity is { } now && now.CurrencyCode == told.Currency && now.Amount != told.Amount)
                yield return new CheckoutChange(line.VariantId, CheckoutChangeKind.Repriced) { Quantity = quantity, Price = new Money(now.Amount, now.CurrencyCode) };
        }
    }

    /// <summary>Told by the refused codes, in the customer's language.</summary>
    private static bool IsAboutCode(CartWarning warning) => warning.Code.Value.StartsWith("DISCOUNT_", StringComparison.Ordinal);

    private static bool IsShortage(CartWarning warning) =>
        warning.Code == CartWarningCode.MerchandiseNotEnoughStock || warning.Code == CartWarningCode.MerchandiseOutOfStock;
}
