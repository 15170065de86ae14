using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>The values of the metric's tag <c>outcome</c>.</summary>
internal static class WayOutcomes
{
    public const string Made = "made";

    /// <summary>Nothing of what was asked for can be bought.</summary>
    public const string NothingLeft = "nothing_left";

    /// <summary>The shop refused for a reason of business.</summary>
    public const string Refused = "refused";

    /// <summary>A scope is missing, or products are not published where this way needs them.</summary>
    public const string Denied = "denied";

    public const string Throttled = "throttled";

    public const string TimedOut = "timed_out";

    public const string Failed = "failed";

    /// <summary>This way cannot do what was asked, such as a link that would be too long.</summary>
    public const string Unfit = "unfit";

    public static bool IsDenied(Exception failure) =>
        failure is ShopifyAccountException or ShopifyAuthenticationException or ShopifyGraphQLException { IsAccessDenied: true };

    public static string Of(Exception failure) => failure switch
    {
        _ when IsDenied(failure) => Denied,
        ShopifyThrottledException => Throttled,
        OperationCanceledException => TimedOut,
        _ => Failed,
    };
}
