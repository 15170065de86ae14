namespace Shopify.Client.Auth;

/// <summary>Shopify's token endpoint refused. <see cref="Error"/> says what to do: see <see cref="ShopifyOAuthErrors"/>.</summary>
public sealed class ShopifyOAuthException : ShopifyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was refused.</param>
    /// <param name="error">The OAuth error code.</param>
    public ShopifyOAuthException(string message, string error)
        : base(message) => Error = error;

    /// <summary>The OAuth error code, an open set; <c>unknown</c> when the answer named none.</summary>
    public string Error { get; }
}
