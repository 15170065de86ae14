namespace Shopify.Client;

/// <summary>Values of <see cref="ShopifyGraphQLError.Code"/> that programs decide on. The list is open.</summary>
public static class ShopifyErrorCodes
{
    /// <summary>The query-cost bucket is too empty.</summary>
    public const string Throttled = "THROTTLED";

    /// <summary>The operation costs more than a single one may; waiting does not help.</summary>
    public const string MaxCostExceeded = "MAX_COST_EXCEEDED";

    /// <summary>A scope or an approval is missing.</summary>
    public const string AccessDenied = "ACCESS_DENIED";

    /// <summary>The shop is closed.</summary>
    public const string ShopInactive = "SHOP_INACTIVE";

    /// <summary>A fault on Shopify's side.</summary>
    public const string InternalServerError = "INTERNAL_SERVER_ERROR";

    /// <summary>An id names another type of object than the field expects.</summary>
    public const string ResourceNotFound = "RESOURCE_NOT_FOUND";
}
