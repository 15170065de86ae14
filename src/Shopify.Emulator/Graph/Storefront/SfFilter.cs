using Shopify.Emulator.Catalog;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Graph.Storefront;

/// <summary>The <c>ProductFilter</c> input.</summary>
internal static class SfFilter
{
    public static IEnumerable<CatalogProduct> Apply(IEnumerable<CatalogProduct> products, InputObject filter, PriceContext prices)
    {
        filter.RefuseUnmodelled("ProductFilter", "category", "productMetafield", "taxonomyMetafield", "variantMetafield");
        if (filter.Flag("available") is { } available) products = products.Where(p => p.AvailableForSale == available);
        if (filter.Text("productType") is { } type) products = products.Where(p => Same(p.ProductType, type));
        if (filter.Text("productVendor") is { } vendor) products = products.Where(p => Same(p.Vendor, vendor));
        if (filter.Text("tag") is { } tag) products = products.Where(p => p.Tags.Any(t => Same(t, tag)));
        if (filter.Object("price") is { } price)
        {
            var (min, max) = (price.Amount("min") ?? 0, price.Amount("max") ?? decimal.MaxValue);
            products = products.Where(p => p.Variants.Any(v => prices.Convert(v.Price) is var paid && paid >= min && paid <= max));
        }

        if (filter.Object("variantOption") is { } option)
            products = products.Where(p => p.Variants.Any(v => new VariantRow(p, v).SelectedOptions
                .Any(o => Same(o.Name, option.Text("name")) && Same(o.Value, option.Text("value")))));
        return products;
    }

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
