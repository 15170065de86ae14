namespace Shopify.Client.Auth;

/// <summary>The Shopify app that stores install. A class, not a record, because it holds secrets.</summary>
public sealed class ShopifyAppOptions
{
    /// <summary>Creates the options with their defaults.</summary>
    public ShopifyAppOptions()
    {
        IReadOnlyList<string> required =
        [
            "read_products",
            "read_orders",
            "unauthenticated_read_product_listings",
            "unauthenticated_read_checkouts",
            "unauthenticated_write_checkouts",
        ];
        Scopes = [.. required, "read_inventory", "read_customers", "read_fulfillments", "write_draft_orders", "write_orders", "write_customers", "read_locales", "read_translations"];
        RequiredScopes = required;
    }

    /// <summary>The client id ("API key"); required.</summary>
    public string ApiKey { get; set; } = string.Empty;

    /// <summary>The client secret; required. It signs queries and webhooks, so without it nothing can be trusted.</summary>
    public string ApiSecret { get; set; } = string.Empty;

    /// <summary>The secret before the last rotation, still accepted in signatures; null (the default) when there is none.</summary>
    public string? OldApiSecret { get; set; }

    /// <summary>
    /// The access scopes asked for. Default: what a shopping bot uses, which is <see cref="RequiredScopes"/> and <c>read_inventory</c> (stock changes),
    /// <c>read_customers</c> (orders by phone number), <c>read_fulfillments</c> (news of parcels), <c>write_draft_orders</c> (invoices), <c>write_orders</c> (orders confirmed in the chat are tagged or cancelled), <c>write_customers</c> (consent), and <c>read_locales</c> and <c>read_translations</c> (products in the customer's language). An entry may
    /// hold several, separated by commas.
    /// </summary>
    /// <seealso href="https://shopify.dev/docs/api/usage/access-scopes"/>
    public IReadOnlyList<string> Scopes
    {
        get;
        set
        {
            field = value;
            RequiredScopes = value;
        }
    }

    /// <summary>
    /// The scopes without which an installation is refused; what else is missing only leaves a feature out. Setting <see cref="Scopes"/> sets these
    /// too, so change them afterwards. Default: <c>read_products</c>, <c>read_orders</c> and the three Storefront scopes that a cart needs.
    /// </summary>
    public IReadOnlyList<string> RequiredScopes { get; set; }

    /// <summary>
    /// Adds PKCE (S256) to the authorisation. Default false: Shopify neither documents nor needs it for Admin OAuth; it does no harm.
    /// </summary>
    public bool UsePkce { get; set; }

    /// <summary>The secrets a signature may be made with, the current one first.</summary>
    /// <returns>One or two secrets.</returns>
    public IReadOnlyList<string> GetSecrets() => string.IsNullOrEmpty(OldApiSecret) ? [ApiSecret] : [ApiSecret, OldApiSecret];
}
