namespace ShopBot.Shopify.Checkout;

/// <summary>How the Storefront API shows a shop's products to the app.</summary>
public enum StorefrontAccess
{
    /// <summary>It did not answer; it is tried with the app's token.</summary>
    Unknown,

    /// <summary>With the app's token.</summary>
    PrivateToken,

    /// <summary>Only without a token: the products are not published to the app.</summary>
    Tokenless,

    /// <summary>Not at all: a scope is missing, or nothing is published.</summary>
    None,
}
