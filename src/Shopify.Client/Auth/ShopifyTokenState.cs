namespace Shopify.Client.Auth;

/// <summary>How the app stands with one shop.</summary>
public enum ShopifyTokenState
{
    /// <summary>The tokens work, or can be renewed.</summary>
    Active,

    /// <summary>Shopify takes neither token any more: the merchant has to open the app and grant access again.</summary>
    NeedsReauthorization,

    /// <summary>The merchant removed the app; there are no tokens.</summary>
    Uninstalled,
}
