using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Localization;

namespace ShopBot.Shopping.Product;

/// <summary>What is said of prices and stock.</summary>
internal static class ProductTexts
{
    private const int FewLeft = 5;

    public static string PriceOf(ShoppingTexts texts, IReadOnlyList<VariantOffer> variants)
    {
        var buyable = variants.Where(variant => variant.Available).ToList();
        if (buyable.Count == 0)
            return texts.SoldOut;
        var cheapest = buyable.MinBy(variant => variant.Price.Amount)!;
        return buyable.Any(variant => variant.Price != cheapest.Price) ? texts.From(cheapest.Price.Format(texts.Culture))
            // At one price there may be more in one pack than in another.
            : PriceOf(texts, buyable.All(variant => (variant.UnitPrice, variant.UnitMeasure) == (cheapest.UnitPrice, cheapest.UnitMeasure)) ? cheapest : cheapest with { UnitPrice = null });
    }

    public static string PriceOf(ShoppingTexts texts, VariantOffer variant)
    {
        var price = variant.Price.Format(texts.Culture);
        var line = variant.CompareAtPrice is { } before && before.Amount > variant.Price.Amount ? texts.Sale(price, before.Format(texts.Culture)) : price;
        return variant is { UnitPrice: { } unit, UnitMeasure: { } measure } ? $"{line} ({texts.UnitPrice(unit.Format(texts.Culture), texts.Measure(measure.Quantity, measure.Unit))})" : line;
    }

    /// <summary>How many are left, when they are few; null otherwise.</summary>
    public static string? StockOf(ShoppingTexts texts, VariantOffer variant) =>
        variant is { Available: true, MostAvailable: > 0 and <= FewLeft and var left } ? texts.OnlyLeft(left) : null;
}
