using System.Collections.Immutable;

namespace Shopify.Emulator.Carts;

/// <summary>A Storefront cart as it is at one moment.</summary>
internal sealed record Cart(string Token, string Key, DateTimeOffset CreatedAt)
{
    public string Id => $"gid://shopify/Cart/{Token}?key={Key}";

    public DateTimeOffset UpdatedAt { get; init; } = CreatedAt;

    public ImmutableList<CartLine> Lines { get; init; } = [];

    public IReadOnlyList<CartAttribute> Attributes { get; init; } = [];

    public string Note { get; init; } = "";

    public CartBuyer Buyer { get; init; } = new(null, null, null);

    /// <summary>Codes the buyer entered, whether they apply or not.</summary>
    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>Order source: <c>web</c> for permalinks, the app's channel for Storefront carts.</summary>
    public string SourceName { get; init; } = "";

    public int TotalQuantity => Lines.Sum(static l => l.Quantity);
}

/// <summary>One line: a variant, how many, and the buyer's own words on it.</summary>
internal sealed record CartLine(string Id, long VariantId, int Quantity, IReadOnlyList<CartAttribute> Attributes);

/// <summary>A free key and value on a cart or line.</summary>
internal sealed record CartAttribute(string Key, string Value);

/// <summary>Who buys, as far as the app said.</summary>
internal sealed record CartBuyer(string? CountryCode, string? Email, string? Phone);

/// <summary>An entry of <c>userErrors</c>.</summary>
internal sealed record CartUserError(string Code, IReadOnlyList<string>? Field, string Message);

/// <summary>An entry of <c>warnings</c>.</summary>
internal sealed record CartWarning(string Code, string Message, string Target);

/// <summary>What every cart mutation answers.</summary>
internal sealed record CartPayload(Cart? Cart, IReadOnlyList<CartUserError> UserErrors, IReadOnlyList<CartWarning> Warnings);
