namespace Shopify.Client;

internal sealed record ProductsPageData(NodesWire<ProductSummaryWire>? Products);

internal sealed record ProductDetailData(ProductWire? Product);

internal sealed record PriceRangeWire(MoneyWire? MinVariantPrice, MoneyWire? MaxVariantPrice)
{
    public PriceRange ToModel(AnswerShape shape) => new(
        shape.Need(MinVariantPrice?.ToMoney(), "minVariantPrice"),
        shape.Need(MaxVariantPrice?.ToMoney(), "maxVariantPrice"));
}

internal sealed record CompareAtRangeWire(MoneyWire? MinVariantCompareAtPrice, MoneyWire? MaxVariantCompareAtPrice);

internal sealed record ContextualPricingWire(PriceRangeWire? PriceRange);

internal sealed record ProductSummaryWire(
    string? Id,
    string? Handle,
    string? Title,
    string? Description,
    int? TotalInventory,
    bool? HasOnlyDefaultVariant,
    CountWire? VariantsCount,
    PriceRangeWire? PriceRangeV2,
    CompareAtRangeWire? CompareAtPriceRange,
    ContextualPricingWire? ContextualPricing,
    MediaWire? FeaturedMedia)
{
    public ProductSummary ToModel(AnswerShape shape)
    {
        var prices = shape.Need(ContextualPricing?.PriceRange ?? PriceRangeV2, "product.priceRangeV2").ToModel(shape);
        return new()
        {
            Id = shape.Need(Id, "product.id"),
            Handle = shape.Need(Handle, "product.handle"),
            Title = shape.Need(Title, "product.title"),
            Description = Description ?? string.Empty,
            PriceMin = prices.Min,
            PriceMax = prices.Max,
            CompareAtPriceMin = SaleReference(CompareAtPriceRange?.MinVariantCompareAtPrice, prices.Min),
            CompareAtPriceMax = SaleReference(CompareAtPriceRange?.MaxVariantCompareAtPrice, prices.Max),
            ImageUrl = FeaturedMedia?.ImageUrl,
            HasOnlyDefaultVariant = HasOnlyDefaultVariant ?? false,
            TotalInventory = TotalInventory ?? 0,
            VariantsCount = VariantsCount?.Count ?? 0,
        };
    }

    // Merchants leave old or zero values behind; only a higher price in the same currency is a sale.
    private static MoneyV2? SaleReference(MoneyWire? compareAt, MoneyV2 price) =>
        compareAt?.ToMoney() is { } money && money.CurrencyCode == price.CurrencyCode && money.Amount > price.Amount ? money : null;
}

internal sealed record ProductWire(
    string? Id,
    string? Handle,
    string? Title,
    string? Vendor,
    string? DescriptionHtml,
    string? Status,
    string? OnlineStoreUrl,
    bool? HasOnlyDefaultVariant,
    PriceRangeWire? PriceRangeV2,
    IReadOnlyList<OptionWire?>? Options,
    NodesWire<MediaWire>? Media,
    NodesWire<VariantWire>? Variants)
{
    public Product ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "product.id"),
        Handle = shape.Need(Handle, "product.handle"),
        Title = shape.Need(Title, "product.title"),
        Vendor = Vendor ?? string.Empty,
        DescriptionHtml = DescriptionHtml ?? string.Empty,
        Status = new ProductStatus(Status ?? string.Empty),
        Options = [.. (Options ?? []).OfType<OptionWire>().Select(static option => option.ToModel())],
        Images = [.. (Media?.Present() ?? []).Where(static media => media.ImageUrl is not null).Select(static media => new ProductImage(media.ImageUrl!, media.Alt))],
        Variants = [.. (Variants?.Present() ?? []).Select(variant => variant.ToModel(shape))],
        HasMoreVariants = Variants?.PageInfo?.HasNextPage ?? false,
        HasOnlyDefaultVariant = HasOnlyDefaultVariant ?? false,
        OnlineStoreUrl = OnlineStoreUrl,
        PriceRange = shape.Need(PriceRangeV2, "product.priceRangeV2").ToModel(shape),
    };
}

internal sealed record OptionWire(string? Name, IReadOnlyList<OptionValueWire?>? OptionValues)
{
    public ProductOption ToModel() => new(Name ?? string.Empty, [.. (OptionValues ?? []).Select(static value => value?.Name).OfType<string>()]);
}

internal sealed record OptionValueWire(string? Name);
