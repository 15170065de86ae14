namespace Shopify.Client;

internal sealed record CartGetData(CartWire? Cart);

internal sealed record CartCreateData(CartPayloadWire? CartCreate) : ICartChange
{
    public CartPayloadWire? Payload => CartCreate;
}

internal sealed record CartLinesAddData(CartPayloadWire? CartLinesAdd) : ICartChange
{
    public CartPayloadWire? Payload => CartLinesAdd;
}

internal sealed record CartLinesUpdateData(CartPayloadWire? CartLinesUpdate) : ICartChange
{
    public CartPayloadWire? Payload => CartLinesUpdate;
}

internal sealed record CartLinesRemoveData(CartPayloadWire? CartLinesRemove) : ICartChange
{
    public CartPayloadWire? Payload => CartLinesRemove;
}

internal sealed record CartDiscountsData(CartPayloadWire? CartDiscountCodesUpdate) : ICartChange
{
    public CartPayloadWire? Payload => CartDiscountCodesUpdate;
}

internal sealed record CartBuyerData(CartPayloadWire? CartBuyerIdentityUpdate) : ICartChange
{
    public CartPayloadWire? Payload => CartBuyerIdentityUpdate;
}

internal sealed record CartAttributesData(CartPayloadWire? CartAttributesUpdate) : ICartChange
{
    public CartPayloadWire? Payload => CartAttributesUpdate;
}

internal sealed record CartNoteData(CartPayloadWire? CartNoteUpdate) : ICartChange
{
    public CartPayloadWire? Payload => CartNoteUpdate;
}

internal sealed record CartPayloadWire(CartWire? Cart, IReadOnlyList<UserErrorWire?>? UserErrors, IReadOnlyList<CartWarningWire?>? Warnings)
{
    public CartResult ToModel(AnswerShape shape) => new()
    {
        Cart = Cart?.ToModel(shape),
        UserErrors = UserErrors.ToUserErrors(),
        Warnings = [.. (Warnings ?? []).OfType<CartWarningWire>()
            .Select(static warning => new CartWarning(new(warning.Code ?? string.Empty), warning.Message ?? string.Empty, warning.Target))],
    };
}

internal sealed record CartWire(
    string? Id,
    string? CheckoutUrl,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt,
    int? TotalQuantity,
    string? Note,
    IReadOnlyList<AttributeWire?>? Attributes,
    IReadOnlyList<CartDiscountCodeWire?>? DiscountCodes,
    CartBuyerWire? BuyerIdentity,
    CartCostWire? Cost,
    NodesWire<CartLineWire>? Lines)
{
    public Cart ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "cart.id"),
        CheckoutUrl = CheckoutUrl,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        TotalQuantity = TotalQuantity ?? 0,
        Note = string.IsNullOrEmpty(Note) ? null : Note,
        Attributes = Attributes.ToCartAttributes(),
        DiscountCodes = [.. (DiscountCodes ?? []).OfType<CartDiscountCodeWire>().Select(static code => new CartDiscountCode(code.Code ?? string.Empty, code.Applicable ?? false))],
        BuyerIdentity = new() { CountryCode = BuyerIdentity?.CountryCode, Email = BuyerIdentity?.Email, Phone = BuyerIdentity?.Phone },
        Cost = Cost?.ToModel(),
        Lines = [.. (Lines?.Present() ?? []).Select(static line => line.ToModel())],
        HasMoreLines = Lines?.PageInfo?.HasNextPage ?? false,
    };
}

internal sealed record CartDiscountCodeWire(string? Code, bool? Applicable);

internal sealed record CartCostWire(MoneyWire? SubtotalAmount, MoneyWire? TotalAmount, bool? TotalAmountEstimated)
{
    public CartCost? ToModel() => TotalAmount?.ToMoney() is { } total ? new(SubtotalAmount?.ToMoney(), total, TotalAmountEstimated ?? true) : null;
}

internal sealed record CartWarningWire(string? Code, string? Message, string? Target);
