namespace Shopify.Client;

internal sealed record CartCreateVariables(CartInputWire Input, string? Country, string? Language);

internal sealed record CartInputWire(
    IReadOnlyList<CartLineInputWire> Lines,
    IReadOnlyList<CartAttribute>? Attributes,
    IReadOnlyList<string>? DiscountCodes,
    CartBuyerWire? BuyerIdentity);

internal sealed record CartLineInputWire(string MerchandiseId, int Quantity);

internal sealed record CartBuyerWire(string CountryCode);

internal sealed record CartCreateData(CartCreatePayloadWire? CartCreate);

internal sealed record CartCreatePayloadWire(
    CartWire? Cart, IReadOnlyList<UserErrorWire?>? UserErrors, IReadOnlyList<CartWarningWire?>? Warnings)
{
    public CartCreateResult ToModel() => new()
    {
        Id = Cart?.Id,
        CheckoutUrl = Cart?.CheckoutUrl,
        TotalQuantity = Cart?.TotalQuantity ?? 0,
        Total = Cart?.Cost?.TotalAmount?.ToMoney(),
        Lines = [.. (Cart?.Lines?.Present() ?? []).Where(static line => line.Merchandise?.Id is not null)
            .Select(static line => new CartLine(line.Merchandise!.Id!, line.Quantity ?? 0))],
        Warnings = [.. (Warnings ?? []).OfType<CartWarningWire>()
            .Select(static warning => new CartWarning(warning.Code ?? string.Empty, warning.Message ?? string.Empty, warning.Target))],
        UserErrors = UserErrors.ToUserErrors(),
    };
}

internal sealed record CartWire(string? Id, string? CheckoutUrl, int? TotalQuantity, CartCostWire? Cost, NodesWire<CartLineWire>? Lines);

internal sealed record CartCostWire(MoneyWire? TotalAmount);

internal sealed record CartLineWire(int? Quantity, MerchandiseWire? Merchandise);

internal sealed record MerchandiseWire(string? Id);

internal sealed record CartWarningWire(string? Code, string? Message, string? Target);
