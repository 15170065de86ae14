namespace Shopify.Client;

internal sealed record VariantsByIdsVariables(IReadOnlyList<string> Ids);

internal sealed record VariantsByIdsData(IReadOnlyList<VariantWire?>? Nodes);

internal sealed record InventoryItemWire(bool? Tracked);

internal sealed record SelectedOptionWire(string? Name, string? Value);

internal sealed record VariantProductWire(string? Id, string? Title, string? Status, bool? HasOnlyDefaultVariant);

internal sealed record VariantWire(
    string? Id,
    string? Title,
    string? Sku,
    decimal? Price,
    decimal? CompareAtPrice,
    bool? AvailableForSale,
    string? InventoryPolicy,
    int? SellableOnlineQuantity,
    InventoryItemWire? InventoryItem,
    IReadOnlyList<SelectedOptionWire?>? SelectedOptions,
    NodesWire<MediaWire>? Media,
    VariantProductWire? Product)
{
    public ProductVariant ToModel(AnswerShape shape)
    {
        var price = Price ?? throw AnswerReader.Incomplete(shape.Shop, shape.OperationName, "variant.price");
        return new()
        {
            Id = shape.Need(Id, "variant.id"),
            Title = shape.Need(Title, "variant.title"),
            Sku = string.IsNullOrEmpty(Sku) ? null : Sku,
            Price = price,
            CompareAtPrice = CompareAtPrice > price ? CompareAtPrice : null,
            AvailableForSale = AvailableForSale ?? false,
            SellableOnlineQuantity = HasStockLimit ? SellableOnlineQuantity : null,
            SelectedOptions = SelectedOptions.ToModel(),
            ImageUrl = Media?.Present().Select(static media => media.ImageUrl).FirstOrDefault(static url => url is not null),
        };
    }

    public VariantSnapshot ToSnapshot(AnswerShape shape) => new()
    {
        Variant = ToModel(shape),
        ProductId = shape.Need(Product?.Id, "variant.product.id"),
        ProductTitle = shape.Need(Product?.Title, "variant.product.title"),
        ProductStatus = new ProductStatus(Product?.Status ?? string.Empty),
        HasOnlyDefaultVariant = Product?.HasOnlyDefaultVariant ?? false,
    };

    // The reported quantity binds only when stock is tracked and sales stop at zero.
    private bool HasStockLimit => (InventoryItem?.Tracked ?? true) && InventoryPolicy != "CONTINUE";
}
