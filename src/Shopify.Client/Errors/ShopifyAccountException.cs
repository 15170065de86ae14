namespace Shopify.Client;

/// <summary>
/// The shop cannot be served until somebody acts: frozen (402), access denied (403), not there (404), locked (423), moved (3xx) or
/// closed (<c>SHOP_INACTIVE</c>). <see cref="Problem"/> tells which. Not repeated automatically.
/// </summary>
public sealed class ShopifyAccountException : ShopifyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was refused.</param>
    public ShopifyAccountException(string message)
        : base(message)
    {
    }

    /// <summary>What is wrong.</summary>
    public ShopifyAccountProblem Problem { get; init; }
}
