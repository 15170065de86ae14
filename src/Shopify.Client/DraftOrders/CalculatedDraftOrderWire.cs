namespace Shopify.Client;

internal sealed record DraftOrderCalculateData(DraftOrderCalculatePayloadWire? DraftOrderCalculate);

internal sealed record DraftOrderCalculatePayloadWire(CalculatedDraftOrderWire? CalculatedDraftOrder, IReadOnlyList<UserErrorWire?>? UserErrors)
{
    public DraftOrderCalculation ToModel(AnswerShape shape) => new(CalculatedDraftOrder?.ToModel(shape), UserErrors.ToUserErrors());
}

internal sealed record CalculatedDraftOrderWire(
    string? CurrencyCode,
    string? PresentmentCurrencyCode,
    int? TotalQuantityOfLineItems,
    MoneyBagWire? SubtotalPriceSet,
    MoneyBagWire? TotalDiscountsSet,
    MoneyBagWire? TotalShippingPriceSet,
    MoneyBagWire? TotalTaxSet,
    MoneyBagWire? TotalPriceSet,
    IReadOnlyList<ShippingRateWire?>? AvailableShippingRates,
    IReadOnlyList<CalculatedLineWire?>? LineItems,
    IReadOnlyList<DraftOrderWarningWire?>? Warnings)
{
    public CalculatedDraftOrder ToModel(AnswerShape shape) => new()
    {
        CurrencyCode = CurrencyCode,
        PresentmentCurrencyCode = PresentmentCurrencyCode,
        TotalQuantityOfLineItems = TotalQuantityOfLineItems ?? 0,
        SubtotalPrice = SubtotalPriceSet?.PresentmentMoney?.ToMoney(),
        TotalDiscounts = TotalDiscountsSet?.PresentmentMoney?.ToMoney(),
        TotalShippingPrice = TotalShippingPriceSet?.PresentmentMoney?.ToMoney(),
        TotalTax = TotalTaxSet?.PresentmentMoney?.ToMoney(),
        TotalPrice = shape.Need(TotalPriceSet?.PresentmentMoney?.ToMoney(), "calculatedDraftOrder.totalPriceSet.presentmentMoney"),
        TotalPriceInShopCurrency = TotalPriceSet?.ShopMoney?.ToMoney(),
        AvailableShippingRates = [.. (AvailableShippingRates ?? []).OfType<ShippingRateWire>().Select(rate => rate.ToModel(shape))],
        LineItems = [.. (LineItems ?? []).OfType<CalculatedLineWire>().Select(line => line.ToModel(shape))],
        Warnings = Warnings.ToModels(),
    };
}

internal sealed record ShippingRateWire(string? Handle, string? Title, MoneyWire? Price)
{
    public ShippingRate ToModel(AnswerShape shape) => new(
        shape.Need(Handle, "shippingRate.handle"), Title ?? string.Empty, shape.Need(Price?.ToMoney(), "shippingRate.price"));
}

internal sealed record CalculatedLineWire(string? Title, int? Quantity, MoneyBagWire? DiscountedTotalSet)
{
    public CalculatedDraftOrderLine ToModel(AnswerShape shape) => new(
        Title ?? string.Empty, Quantity ?? 0, shape.Need(DiscountedTotalSet?.PresentmentMoney?.ToMoney(), "lineItem.discountedTotalSet"));
}
