namespace Shopify.Client;

internal sealed record OrderDetailVariables(string Id);

internal sealed record OrderDetailData(OrderWire? Order);

internal sealed record OrderContactVariables(string Id);

internal sealed record OrderContactData(OrderContactWire? Order);

internal sealed record OrderWire(
    string? Id,
    long? LegacyResourceId,
    string? Name,
    string? ConfirmationNumber,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? ProcessedAt,
    DateTimeOffset? CancelledAt,
    string? CancelReason,
    bool? Test,
    string? SourceName,
    string? CartToken,
    string? CheckoutToken,
    string? Note,
    IReadOnlyList<AttributeWire?>? CustomAttributes,
    IReadOnlyList<string>? Tags,
    string? DisplayFinancialStatus,
    string? DisplayFulfillmentStatus,
    string? ReturnStatus,
    string? CurrencyCode,
    string? PresentmentCurrencyCode,
    MoneyBagWire? CurrentTotalPriceSet,
    MoneyBagWire? CurrentSubtotalPriceSet,
    MoneyBagWire? TotalShippingPriceSet,
    MoneyBagWire? CurrentTotalTaxSet,
    MoneyBagWire? CurrentTotalDiscountsSet,
    IReadOnlyList<string>? DiscountCodes,
    NodesWire<OrderLineWire>? LineItems,
    IReadOnlyList<FulfillmentWire?>? Fulfillments)
{
    public Order ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "order.id"),
        LegacyResourceId = LegacyResourceId ?? 0,
        Name = shape.Need(Name, "order.name"),
        ConfirmationNumber = ConfirmationNumber,
        CreatedAt = CreatedAt,
        ProcessedAt = ProcessedAt,
        CancelledAt = CancelledAt,
        CancelReason = CancelReason.ToOpenEnum(static value => new OrderCancelReason(value)),
        Test = Test ?? false,
        SourceName = SourceName,
        CartToken = CartToken,
        CheckoutToken = CheckoutToken,
        Note = string.IsNullOrEmpty(Note) ? null : Note,
        CustomAttributes = CustomAttributes.ToOrderAttributes(),
        Tags = Tags ?? [],
        DisplayFinancialStatus = DisplayFinancialStatus.ToOpenEnum(static value => new OrderDisplayFinancialStatus(value)),
        DisplayFulfillmentStatus = new(DisplayFulfillmentStatus ?? string.Empty),
        ReturnStatus = new(ReturnStatus ?? string.Empty),
        CurrencyCode = CurrencyCode,
        PresentmentCurrencyCode = PresentmentCurrencyCode,
        CurrentTotalPrice = CurrentTotalPriceSet?.PresentmentMoney?.ToMoney(),
        CurrentTotalPriceInShopCurrency = CurrentTotalPriceSet?.ShopMoney?.ToMoney(),
        CurrentSubtotalPrice = CurrentSubtotalPriceSet?.PresentmentMoney?.ToMoney(),
        TotalShippingPrice = TotalShippingPriceSet?.PresentmentMoney?.ToMoney(),
        CurrentTotalTax = CurrentTotalTaxSet?.PresentmentMoney?.ToMoney(),
        CurrentTotalDiscounts = CurrentTotalDiscountsSet?.PresentmentMoney?.ToMoney(),
        DiscountCodes = DiscountCodes ?? [],
        LineItems = [.. (LineItems?.Present() ?? []).Select(line => line.ToModel(shape))],
        HasMoreLineItems = LineItems?.PageInfo?.HasNextPage ?? false,
        Fulfillments = Fulfillments.ToModels(shape),
    };
}

internal sealed record OrderLineWire(
    string? Id,
    string? Title,
    string? VariantTitle,
    string? Sku,
    int? Quantity,
    int? CurrentQuantity,
    int? UnfulfilledQuantity,
    MoneyBagWire? DiscountedUnitPriceSet,
    ImageWire? Image,
    IdentifierWire? Variant,
    IdentifierWire? Product,
    IReadOnlyList<AttributeWire?>? CustomAttributes)
{
    public OrderLine ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "lineItem.id"),
        Title = shape.Need(Title, "lineItem.title"),
        VariantTitle = string.IsNullOrEmpty(VariantTitle) ? null : VariantTitle,
        Sku = string.IsNullOrEmpty(Sku) ? null : Sku,
        Quantity = Quantity ?? 0,
        CurrentQuantity = CurrentQuantity ?? Quantity ?? 0,
        UnfulfilledQuantity = UnfulfilledQuantity ?? 0,
        DiscountedUnitPrice = DiscountedUnitPriceSet?.PresentmentMoney?.ToMoney(),
        ImageUrl = Image?.Url,
        VariantId = Variant?.Id,
        ProductId = Product?.Id,
        ProductHandle = Product?.Handle,
        CustomAttributes = CustomAttributes.ToOrderAttributes(),
    };
}
