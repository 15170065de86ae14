namespace ShopBot.Shopify.Diagnostics;

/// <summary>The names under which the Shopify side of the bot reports metrics.</summary>
public static class ShopifyShopDiagnostics
{
    /// <summary>
    /// The name of the meter: <c>shopbot.shopify.checkout.links</c> counts the ways tried, by <c>way</c>
    /// (see <see cref="Checkout.CheckoutWays"/>) and <c>outcome</c>. Never tagged by shop or customer.
    /// </summary>
    public const string MeterName = "ShopBot.Shopify";
}
