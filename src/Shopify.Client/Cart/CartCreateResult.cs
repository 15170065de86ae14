using System.Diagnostics.CodeAnalysis;

namespace Shopify.Client;

/// <summary>What came of making a cart: a cart, perhaps with warnings, or the reasons why there is none.</summary>
public sealed record CartCreateResult
{
    /// <summary>Whether there is a cart with a checkout address.</summary>
    [MemberNotNullWhen(true, nameof(Id), nameof(CheckoutUrl), nameof(Total))]
    public bool Created => Id is not null && CheckoutUrl is not null && Total is not null;

    /// <summary>The whole GID, its <c>?key=</c> included, which is a credential; null when there is no cart.</summary>
    public string? Id { get; init; }

    /// <summary>Where the shopper pays; null when there is no cart.</summary>
    public string? CheckoutUrl { get; init; }

    /// <summary>How many pieces are in the cart; 0 when there is none.</summary>
    public int TotalQuantity { get; init; }

    /// <summary>The total in the buyer's currency, before shipping and often before tax; null when there is no cart.</summary>
    public MoneyV2? Total { get; init; }

    /// <summary>The lines as made; compare the quantities with those asked for.</summary>
    public IReadOnlyList<CartLine> Lines { get; init; } = [];

    /// <summary>What could not be done as asked, stock shortages among it.</summary>
    public IReadOnlyList<CartWarning> Warnings { get; init; } = [];

    /// <summary>Why there is no cart, or not the whole; empty when all went well.</summary>
    public IReadOnlyList<ShopifyUserError> UserErrors { get; init; } = [];

    /// <summary>A summary without the id and the checkout address, because both hold the cart's key.</summary>
    /// <returns>Such as <c>CartCreateResult { Created = True, TotalQuantity = 2, Warnings = 0, UserErrors = 0 }</c>.</returns>
    public override string ToString() =>
        $"CartCreateResult {{ Created = {Created}, TotalQuantity = {TotalQuantity}, Warnings = {Warnings.Count}, UserErrors = {UserErrors.Count} }}";
}
