namespace Shopify.Client;

internal sealed record SfRecommendationsVariables(string ProductId, string Intent, string? Country, string? Language);

internal sealed record SfRecommendationsData(IReadOnlyList<RecommendedProductWire?>? ProductRecommendations);

internal sealed record RecommendedImageWire(string? Url, string? AltText);

internal sealed record RecommendedVariantWire(string? Id, string? Title);

internal sealed record PriceRangeWire(MoneyWire? MinVariantPrice, MoneyWire? MaxVariantPrice)
{
    public PriceRange? ToModel() => MinVariantPrice?.ToMoney() is { } min ? new(min, MaxVariantPrice?.ToMoney() ?? min) : null;
}

internal sealed record RecommendedProductWire(
    string? Id,
    string? Handle,
    string? Title,
    bool? AvailableForSale,
    string? OnlineStoreUrl,
    RecommendedImageWire? FeaturedImage,
    PriceRangeWire? PriceRange,
    RecommendedVariantWire? SelectedOrFirstAvailableVariant)
{
    public RecommendedProduct ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "product.id"),
        Handle = shape.Need(Handle, "product.handle"),
        Title = shape.Need(Title, "product.title"),
        AvailableForSale = AvailableForSale ?? false,
        OnlineStoreUrl = OnlineStoreUrl,
        Image = FeaturedImage?.Url is { } url ? new(url, string.IsNullOrEmpty(FeaturedImage.AltText) ? null : FeaturedImage.AltText) : null,
        PriceRange = PriceRange?.ToModel(),
        VariantId = SelectedOrFirstAvailableVariant?.Id,
        VariantTitle = SelectedOrFirstAvailableVariant?.Title,
    };
}
