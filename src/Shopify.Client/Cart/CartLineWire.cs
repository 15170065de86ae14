using System.Text.Json.Serialization;

namespace Shopify.Client;

internal sealed record CartLineWire(
    string? Id,
    int? Quantity,
    IReadOnlyList<AttributeWire?>? Attributes,
    CartLineCostWire? Cost,
    IReadOnlyList<DiscountAllocationWire?>? DiscountAllocations,
    MerchandiseWire? Merchandise)
{
    public CartLine ToModel() => new()
    {
        Id = Id ?? string.Empty,
        Quantity = Quantity ?? 0,
        Attributes = Attributes.ToCartAttributes(),
        Cost = Cost?.ToModel(),
        DiscountAllocations = [.. (DiscountAllocations ?? []).Select(static part => part?.DiscountedAmount?.ToMoney()).OfType<MoneyV2>()],
        Merchandise = Merchandise?.ToModel() ?? new UnknownCartMerchandise(string.Empty),
    };
}

internal sealed record CartLineCostWire(MoneyWire? AmountPerQuantity, MoneyWire? CompareAtAmountPerQuantity, MoneyWire? TotalAmount)
{
    public CartLineCost? ToModel() =>
        TotalAmount?.ToMoney() is { } total ? new(AmountPerQuantity?.ToMoney(), CompareAtAmountPerQuantity?.ToMoney(), total) : null;
}

internal sealed record DiscountAllocationWire(MoneyWire? DiscountedAmount);

internal sealed record MerchandiseWire(
    [property: JsonPropertyName("__typename")] string? TypeName,
    string? Id,
    string? Title,
    string? Sku,
    bool? AvailableForSale,
    int? QuantityAvailable,
    IReadOnlyList<SelectedOptionWire?>? SelectedOptions,
    ImageWire? Image,
    MerchandiseProductWire? Product)
{
    public CartMerchandise ToModel() => Id is { } id && (TypeName is null or "ProductVariant")
        ? ToVariant(id)
        : new UnknownCartMerchandise(TypeName ?? string.Empty);

    private CartVariant ToVariant(string id) => new()
    {
        Id = id,
        Title = Title ?? string.Empty,
        Sku = string.IsNullOrEmpty(Sku) ? null : Sku,
        AvailableForSale = AvailableForSale ?? false,
        QuantityAvailable = QuantityAvailable,
        SelectedOptions = SelectedOptions.ToModel(),
        ImageUrl = Image?.Url,
        ProductId = Product?.Id,
        ProductHandle = Product?.Handle,
        ProductTitle = Product?.Title ?? string.Empty,
    };
}

internal sealed record MerchandiseProductWire(string? Id, string? Handle, string? Title);
