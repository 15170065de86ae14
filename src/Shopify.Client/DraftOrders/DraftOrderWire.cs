namespace Shopify.Client;

internal sealed record DraftOrderGetData(DraftOrderWire? DraftOrder);

internal sealed record DraftOrderCreateData(DraftOrderPayloadWire? DraftOrderCreate);

internal sealed record DraftOrderUpdateData(DraftOrderPayloadWire? DraftOrderUpdate);

internal sealed record DraftOrderInvoiceSendData(DraftOrderPayloadWire? DraftOrderInvoiceSend);

internal sealed record DraftOrderDeleteData(DraftOrderDeletePayloadWire? DraftOrderDelete);

internal sealed record DraftOrderDeletePayloadWire(string? DeletedId, IReadOnlyList<UserErrorWire?>? UserErrors);

internal sealed record DraftOrderPayloadWire(DraftOrderWire? DraftOrder, IReadOnlyList<UserErrorWire?>? UserErrors)
{
    public DraftOrderResult ToModel(AnswerShape shape) => new(DraftOrder?.ToModel(shape), UserErrors.ToUserErrors());
}

internal sealed record DraftOrderWire(
    string? Id,
    long? LegacyResourceId,
    string? Name,
    string? Status,
    bool? Ready,
    string? InvoiceUrl,
    DateTimeOffset? InvoiceSentAt,
    DateTimeOffset? ReserveInventoryUntil,
    DateTimeOffset? CompletedAt,
    DraftOrderOrderWire? Order,
    string? PresentmentCurrencyCode,
    MoneyBagWire? TotalPriceSet,
    IReadOnlyList<AttributeWire?>? CustomAttributes,
    IReadOnlyList<DraftOrderWarningWire?>? Warnings)
{
    public DraftOrder ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "draftOrder.id"),
        LegacyResourceId = LegacyResourceId ?? 0,
        Name = Name ?? string.Empty,
        Status = new(Status ?? string.Empty),
        Ready = Ready ?? false,
        InvoiceUrl = InvoiceUrl,
        InvoiceSentAt = InvoiceSentAt,
        ReserveInventoryUntil = ReserveInventoryUntil,
        CompletedAt = CompletedAt,
        OrderId = Order?.Id,
        OrderName = Order?.Name,
        PresentmentCurrencyCode = PresentmentCurrencyCode,
        TotalPrice = TotalPriceSet?.PresentmentMoney?.ToMoney(),
        TotalPriceInShopCurrency = TotalPriceSet?.ShopMoney?.ToMoney(),
        CustomAttributes = CustomAttributes.ToOrderAttributes(),
        Warnings = Warnings.ToModels(),
    };
}

internal sealed record DraftOrderOrderWire(string? Id, string? Name);

internal sealed record DraftOrderWarningWire(string? ErrorCode, string? Field, string? Message)
{
    public DraftOrderWarning ToModel() => new(ErrorCode ?? string.Empty, Field ?? string.Empty, Message ?? string.Empty);
}

internal static class DraftOrderMapping
{
    public static IReadOnlyList<DraftOrderWarning> ToModels(this IReadOnlyList<DraftOrderWarningWire?>? warnings) =>
        [.. (warnings ?? []).OfType<DraftOrderWarningWire>().Select(static warning => warning.ToModel())];
}
