namespace Shopify.Client;

/// <summary>What came of making or changing a cart: the cart as it is now, what could not be done as asked, and what was refused.</summary>
public sealed record CartResult
{
    /// <summary>The cart after the change; null when it could not be made or is gone.</summary>
    public Cart? Cart { get; init; }

    /// <summary>What could not be done as asked, stock shortages and useless discount codes among it. The change was made all the same.</summary>
    public IReadOnlyList<CartWarning> Warnings { get; init; } = [];

    /// <summary>What was refused; empty when all went well. Codes as in Shopify's <c>CartErrorCode</c>.</summary>
    public IReadOnlyList<ShopifyUserError> UserErrors { get; init; } = [];

    /// <summary>True when the cart that should be changed no longer exists: make a new one from your own copy of the lines.</summary>
    public bool CartIsGone => Cart is null && UserErrors.Any(static error => error.Field is ["cartId"]);
}
