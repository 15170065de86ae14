namespace Shopify.Client;

/// <summary>A mutation was understood and refused for a business reason (<c>userErrors</c>); repeating it unchanged changes nothing.</summary>
public sealed class ShopifyUserErrorsException : ShopifyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was refused.</param>
    /// <param name="userErrors">Shopify's entries.</param>
    public ShopifyUserErrorsException(string message, IReadOnlyList<ShopifyUserError> userErrors)
        : base(message) => UserErrors = userErrors;

    /// <summary>Shopify's entries, in order; not empty.</summary>
    public IReadOnlyList<ShopifyUserError> UserErrors { get; }
}
