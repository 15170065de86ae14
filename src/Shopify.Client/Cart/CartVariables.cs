namespace Shopify.Client;

internal sealed record CartCreateVariables(CartInputWire Input, string? Country, string? Language);

internal sealed record CartGetVariables(string Id, string? Country, string? Language);

internal sealed record CartLinesAddVariables(string CartId, IReadOnlyList<CartLineInputWire> Lines);

internal sealed record CartLinesUpdateVariables(string CartId, IReadOnlyList<CartLineUpdateWire> Lines);

internal sealed record CartLinesRemoveVariables(string CartId, IReadOnlyList<string> LineIds);

internal sealed record CartDiscountsVariables(string CartId, IReadOnlyList<string> Codes);

internal sealed record CartBuyerVariables(string CartId, CartBuyerWire Buyer);

internal sealed record CartAttributesVariables(string CartId, IReadOnlyList<CartAttribute> Attributes);

internal sealed record CartNoteVariables(string CartId, string Note);

internal sealed record CartInputWire(
    IReadOnlyList<CartLineInputWire> Lines,
    IReadOnlyList<CartAttribute>? Attributes,
    IReadOnlyList<string>? DiscountCodes,
    CartBuyerWire? BuyerIdentity,
    string? Note)
{
    public static CartInputWire From(CartInput input) => new(
        [.. input.Lines.Select(CartLineInputWire.From)],
        input.Attributes.Count == 0 ? null : input.Attributes,
        input.DiscountCodes.Count == 0 ? null : input.DiscountCodes,
        CartBuyerWire.From(input.CountryCode, input.Email, input.Phone),
        input.Note);
}

internal sealed record CartLineInputWire(string MerchandiseId, int Quantity, IReadOnlyList<CartAttribute>? Attributes, string? SellingPlanId)
{
    public static CartLineInputWire From(CartLineInput line) =>
        new(line.VariantId, line.Quantity, line.Attributes.Count == 0 ? null : line.Attributes, line.SellingPlanId);
}

internal sealed record CartLineUpdateWire(string Id, int? Quantity, string? MerchandiseId, IReadOnlyList<CartAttribute>? Attributes)
{
    public static CartLineUpdateWire From(CartLineUpdate line) => new(line.LineId, line.Quantity, line.VariantId, line.Attributes);
}

internal sealed record CartBuyerWire(string? CountryCode, string? Email, string? Phone)
{
    public static CartBuyerWire? From(string? country, string? email, string? phone) =>
        country is null && email is null && phone is null ? null : new(country?.ToUpperInvariant(), email, phone);
}
