using Shopify.Emulator.Carts;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Sales;

/// <summary>What somebody is about to buy, from a cart, an invoice or the merchant's hand, with its prices.</summary>
internal sealed record Sale(IReadOnlyList<SaleLine> Lines, PriceList Prices)
{
    public IReadOnlyList<CartAttribute> Attributes { get; init; } = [];

    public string? Note { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string SourceName { get; init; } = "web";

    public string? CartToken { get; init; }

    public PriceContext Context => Prices.Context;

    public int Quantity => Lines.Sum(static l => l.Quantity);

    public MoneyBag UnitPrice(int line) => Prices.Items[line].UnitPrice;

    public MoneyBag Reduction(int line) => Prices.Reductions[line];

    /// <summary>Pieces to take out of stock.</summary>
    public IReadOnlyList<(long VariantId, int Quantity)> Stock => [.. Lines.Where(static l => l.VariantId != 0).Select(static l => (l.VariantId, l.Quantity))];
}

/// <summary>One line of a <see cref="Sale"/>. Lines of the merchant's own have no variant (0).</summary>
internal sealed record SaleLine(string Key, long ProductId, long VariantId, string Title, string? VariantTitle, int Quantity)
{
    public string? Sku { get; init; }

    public string Vendor { get; init; } = "";

    public string? Image { get; init; }

    public bool RequiresShipping { get; init; } = true;

    public decimal? CompareAtPrice { get; init; }

    public IReadOnlyList<CartAttribute> Attributes { get; init; } = [];

    public static SaleLine Of(string key, CatalogProduct product, CatalogVariant variant, int quantity, IReadOnlyList<CartAttribute> attributes) =>
        new(key, product.Id, variant.Id, product.Title, product.HasOnlyDefaultVariant ? null : variant.Title, quantity)
        {
            Sku = variant.Sku,
            Vendor = product.Vendor,
            Image = variant.Image ?? product.FeaturedImage()?.File,
            RequiresShipping = variant.RequiresShipping,
            CompareAtPrice = variant.CompareAtPrice,
            Attributes = attributes,
        };
}
