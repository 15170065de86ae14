using System.Globalization;

namespace Shopify.Client;

internal sealed record DraftOrderInputVariables(DraftOrderInputWire Input);

internal sealed record DraftOrderUpdateVariables(string Id, DraftOrderInputWire Input);

internal sealed record DraftOrderIdVariables(string Id);

internal sealed record DraftOrderInvoiceSendVariables(string Id, EmailWire? Email);

internal sealed record EmailWire(string? To, string? Subject, string? CustomMessage);

internal sealed record PurchasingEntityWire(string CustomerId);

internal sealed record MoneyInputWire(string Amount, string CurrencyCode)
{
    public static MoneyInputWire? From(MoneyV2? money) =>
        money is null ? null : new(money.Amount.ToString(CultureInfo.InvariantCulture), money.CurrencyCode);
}

internal sealed record DraftOrderInputWire(
    IReadOnlyList<DraftOrderLineInputWire>? LineItems,
    PurchasingEntityWire? PurchasingEntity,
    string? Email,
    string? Phone,
    DraftOrderAddress? ShippingAddress,
    string? Note,
    IReadOnlyList<string>? Tags,
    IReadOnlyList<OrderAttribute>? CustomAttributes,
    IReadOnlyList<string>? DiscountCodes,
    bool? AcceptAutomaticDiscounts,
    bool? AllowDiscountCodesInCheckout,
    string? PresentmentCurrencyCode,
    DateTimeOffset? ReserveInventoryUntil)
{
    public static DraftOrderInputWire From(DraftOrderInput input) => new(
        input.LineItems is { } lines ? [.. lines.Select(DraftOrderLineInputWire.From)] : null,
        input.CustomerId is { } customer ? new(customer) : null,
        input.Email,
        input.Phone,
        input.ShippingAddress,
        input.Note,
        input.Tags,
        input.CustomAttributes,
        input.DiscountCodes,
        input.AcceptAutomaticDiscounts,
        input.AllowDiscountCodesInCheckout,
        input.PresentmentCurrencyCode,
        input.ReserveInventoryUntil?.ToUniversalTime());
}

internal sealed record DraftOrderLineInputWire(
    string? VariantId,
    int Quantity,
    string? Title,
    MoneyInputWire? OriginalUnitPriceWithCurrency,
    MoneyInputWire? PriceOverride,
    IReadOnlyList<OrderAttribute>? CustomAttributes)
{
    public static DraftOrderLineInputWire From(DraftOrderLineInput line) => new(
        line.VariantId,
        line.Quantity,
        line.Title,
        MoneyInputWire.From(line.OriginalUnitPrice),
        MoneyInputWire.From(line.PriceOverride),
        line.CustomAttributes.Count == 0 ? null : line.CustomAttributes);
}
