namespace Shopify.Client;

/// <summary>A Storefront cart as it is now. It may vanish any time, and does after the purchase: keep the lines yourself as well.</summary>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/objects/Cart"/>
public sealed record Cart
{
    /// <summary>The whole GID, its <c>?key=</c> included, without which the cart is not found. A credential: never log it.</summary>
    public required string Id { get; init; }

    /// <summary>Where the shopper pays; null when not told. Holds the cart's key as well; read it afresh before sending it.</summary>
    public string? CheckoutUrl { get; init; }

    /// <summary>When the cart was made; null when not told.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed; null when not told.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>How many pieces are in it.</summary>
    public int TotalQuantity { get; init; }

    /// <summary>The shopper's note, up to 5 000 characters; null when there is none.</summary>
    public string? Note { get; init; }

    /// <summary>The facts that travel to the order.</summary>
    public IReadOnlyList<CartAttribute> Attributes { get; init; } = [];

    /// <summary>The discount codes given, whether they apply or not.</summary>
    public IReadOnlyList<CartDiscountCode> DiscountCodes { get; init; } = [];

    /// <summary>Who is buying, as far as told.</summary>
    public CartBuyerIdentity BuyerIdentity { get; init; } = new();

    /// <summary>The amounts, in the buyer's currency; null when not told.</summary>
    public CartCost? Cost { get; init; }

    /// <summary>Up to 100 lines.</summary>
    public IReadOnlyList<CartLine> Lines { get; init; } = [];

    /// <summary>Whether there are lines beyond those in <see cref="Lines"/>.</summary>
    public bool HasMoreLines { get; init; }

    /// <summary>A summary without id, checkout address and buyer: two hold the cart's key, one is personal.</summary>
    /// <returns>Such as <c>Cart { TotalQuantity = 2, Lines = 1 }</c>.</returns>
    public override string ToString() => $"Cart {{ TotalQuantity = {TotalQuantity}, Lines = {Lines.Count} }}";
}
