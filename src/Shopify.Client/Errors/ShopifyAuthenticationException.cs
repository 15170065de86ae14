namespace Shopify.Client;

/// <summary>
/// The token was refused: refresh it once, and when the new one is refused too, the merchant must install the app again.
/// </summary>
public sealed class ShopifyAuthenticationException : ShopifyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was refused.</param>
    public ShopifyAuthenticationException(string message)
        : base(message)
    {
    }

    /// <summary>
    /// True when Shopify refused the <em>kind</em> of token (403, "Non-expiring access tokens are no longer accepted"):
    /// it must be exchanged for an expiring one.
    /// </summary>
    public bool NonExpiringTokenRefused { get; init; }
}
