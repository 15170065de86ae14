namespace Shopify.Client;

/// <summary>Why a shop cannot be served.</summary>
public enum ShopifyAccountProblem
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>402: the shop is frozen, or its plan lacks this. Suspend it and tell the merchant.</summary>
    Frozen,

    /// <summary>403: a scope or an approval is missing.</summary>
    AccessDenied,

    /// <summary>404: no such shop or address; the shop may have been deleted.</summary>
    NotFound,

    /// <summary>423: the shop is locked. Try again in hours.</summary>
    Locked,

    /// <summary>3xx: the shop answers elsewhere, as after a rename. Not followed, because the token must not go to another host.</summary>
    Redirected,

    /// <summary><c>SHOP_INACTIVE</c>: the shop is closed.</summary>
    Closed,
}
