namespace Shopify.Client.Auth;

/// <summary>The Shopify app that stores install. A class, not a record, because it holds secrets.</summary>
public sealed class ShopifyAppOptions
{
    /// <summary>The client id ("API key"); required.</summary>
    public string ApiKey { get; set; } = string.Empty;

    /// <summary>The client secret; required. It signs queries and webhooks, so without it nothing can be trusted.</summary>
    public string ApiSecret { get; set; } = string.Empty;

    /// <summary>The secret before the last rotation, still accepted in signatures; null (the default) when there is none.</summary>
    public string? OldApiSecret { get; set; }

    /// <summary>
    /// The access scopes asked for and required. Default: <c>read_products</c>, <c>read_orders</c> and the three Storefront scopes that a
    /// cart needs. An entry may hold several, separated by commas.
    /// </summary>
    /// <seealso href="https://shopify.dev/docs/api/usage/access-scopes"/>
    public IReadOnlyList<string> Scopes { get; set; } =
    [
        "read_products",
        "read_orders",
        "unauthenticated_read_product_listings",
        "unauthenticated_read_checkouts",
        "unauthenticated_write_checkouts",
    ];

    /// <summary>
    /// Adds PKCE (S256) to the authorisation. Default false: Shopify neither documents nor needs it for Admin OAuth; it does no harm.
    /// </summary>
    public bool UsePkce { get; set; }

    /// <summary>The secrets a signature may be made with, the current one first.</summary>
    /// <returns>One or two secrets.</returns>
    public IReadOnlyList<string> GetSecrets() => string.IsNullOrEmpty(OldApiSecret) ? [ApiSecret] : [ApiSecret, OldApiSecret];
}
