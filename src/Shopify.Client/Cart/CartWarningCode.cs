namespace Shopify.Client;

/// <summary>Why a cart is not quite as asked for. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case.</param>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/enums/CartWarningCode"/>
public readonly record struct CartWarningCode(string Value)
{
    /// <summary>A quantity was lowered to what is in stock.</summary>
    public static CartWarningCode MerchandiseNotEnoughStock { get; } = new("MERCHANDISE_NOT_ENOUGH_STOCK");

    /// <summary>A line is sold out.</summary>
    public static CartWarningCode MerchandiseOutOfStock { get; } = new("MERCHANDISE_OUT_OF_STOCK");

    /// <summary>A discount code does not exist.</summary>
    public static CartWarningCode DiscountNotFound { get; } = new("DISCOUNT_NOT_FOUND");

    /// <summary>A discount code is not valid yet or no longer.</summary>
    public static CartWarningCode DiscountCurrentlyInactive { get; } = new("DISCOUNT_CURRENTLY_INACTIVE");

    /// <summary>The cart is too small or too large for a discount code.</summary>
    public static CartWarningCode DiscountPurchaseNotInRange { get; } = new("DISCOUNT_PURCHASE_NOT_IN_RANGE");

    /// <summary>Something cannot be sold in the buyer's country.</summary>
    public static CartWarningCode ProductUnavailableInBuyerLocation { get; } = new("PRODUCT_UNAVAILABLE_IN_BUYER_LOCATION");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
