using Shopify.Emulator.Catalog;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Graph;

/// <summary>A variant together with its product.</summary>
internal sealed record VariantRow(CatalogProduct Product, CatalogVariant Variant)
{
    public int Position => Product.Variants.Index().First(v => v.Item.Id == Variant.Id).Index + 1;

    public IReadOnlyList<ChosenOption> SelectedOptions => Product.HasOnlyDefaultVariant
        ? [new("Title", "Default Title")]
        : [.. Product.Options.Zip(Variant.OptionValues, static (option, value) => new ChosenOption(option.Name, value))];

    public IReadOnlyList<ChosenOption> SelectedOptionsIn(string? locale) => Product.HasOnlyDefaultVariant
        ? SelectedOptions
        : [.. Product.Options.Zip(Variant.OptionValues, (option, value) => new ChosenOption(option.NameIn(locale), option.ValueIn(locale, value)))];

    public string TitleIn(string? locale) => Product.HasOnlyDefaultVariant ? Variant.Title : string.Join(" / ", SelectedOptionsIn(locale).Select(static option => option.Value));
}

/// <summary>A value of an option that a variant has.</summary>
internal sealed record ChosenOption(string Name, string Value);

/// <summary>An option of a product with a number of its own.</summary>
internal sealed record OptionRow(CatalogProduct Product, CatalogOption Option, int Position)
{
    public long Id => (Product.Id * 10) + Position;

    public IReadOnlyList<OptionValueRow> Values => [.. Option.Values.Select((value, index) => new OptionValueRow(this, value, (Id * 100) + index + 1))];

    public static IReadOnlyList<OptionRow> Of(CatalogProduct product) => product.HasOnlyDefaultVariant
        ? [new(product, new("Title", ["Default Title"]), 1)]
        : [.. product.Options.Select((option, index) => new OptionRow(product, option, index + 1))];
}

/// <summary>A value of an option.</summary>
internal sealed record OptionValueRow(OptionRow Owner, string Name, long Id)
{
    public bool HasVariants => Owner.Product.HasOnlyDefaultVariant
        || Owner.Product.Variants.Any(v => v.OptionValues.ElementAtOrDefault(Owner.Position - 1) == Name);
}

/// <summary>A picture in its place; the id is that of the medium.</summary>
internal sealed record MediaRow(CatalogImage Image, long Id)
{
    public static IReadOnlyList<MediaRow> Of(CatalogProduct product) =>
        [.. product.Images.Select((image, index) => new MediaRow(image, (product.Id * 100) + index + 1))];

    public static MediaRow? Featured(CatalogProduct product) => Of(product) is [var first, ..] ? first : null;

    public static MediaRow? Of(VariantRow row) => Of(row.Product).FirstOrDefault(m => m.Image.File == row.Variant.Image);
}

/// <summary>A number of things, counted exactly.</summary>
internal sealed record CountRow(int Count);

/// <summary>Lowest and highest amount.</summary>
internal sealed record RangeRow(Money Min, Money Max)
{
    public static RangeRow Of(CatalogProduct product, EmulatedShop shop) =>
        new(product.PriceRange().Min.In(shop), product.PriceRange().Max.In(shop));

    public static RangeRow In((decimal Min, decimal Max) range, PriceContext prices) =>
        new(new(prices.Convert(range.Min), prices.CurrencyCode), new(prices.Convert(range.Max), prices.CurrencyCode));
}

/// <summary>A pair of search engine texts; the emulator's merchants write none.</summary>
internal sealed record SeoRow;

/// <summary>The shop's one domain.</summary>
internal sealed record DomainRow(EmulatedShop Shop);
