namespace Shopify.Client;

/// <summary>Something the cart could not do as asked, though it was made.</summary>
/// <param name="Code">Shopify's code, an open set; such as <see cref="NotEnoughStock"/>.</param>
/// <param name="Message">Shopify's text, in the asked language.</param>
/// <param name="Target">What it concerns, such as a line id; null when not told.</param>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/enums/CartWarningCode"/>
public sealed record CartWarning(string Code, string Message, string? Target)
{
    /// <summary>A quantity was lowered to what is in stock.</summary>
    public const string NotEnoughStock = "MERCHANDISE_NOT_ENOUGH_STOCK";

    /// <summary>A line is sold out.</summary>
    public const string OutOfStock = "MERCHANDISE_OUT_OF_STOCK";

    /// <summary>A discount code does not exist.</summary>
    public const string DiscountNotFound = "DISCOUNT_NOT_FOUND";
}
