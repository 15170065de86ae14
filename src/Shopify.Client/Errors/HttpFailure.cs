namespace Shopify.Client;

/// <summary>Turns an HTTP status that is not a success into the exception that says what to do next.</summary>
internal static class HttpFailure
{
    // A security rejection (430) wants minutes of silence; Shopify names no number.
    private static readonly TimeSpan SecurityRejectionPause = TimeSpan.FromMinutes(5);

    public static ShopifyException Create(CallContext call, IReadOnlyList<ShopifyGraphQLError> errors, TimeSpan? retryAfter)
    {
        errors = call.Redact(errors);
        var text = errors.Count == 0 ? string.Empty : ": " + string.Join("; ", errors.Take(3).Select(static error => error.Message));
        return call.StatusCode switch
        {
            401 => Authentication(call, "the access token was refused" + text, false),
            403 when IsNonExpiringRefusal(errors) => Authentication(call, "non-expiring access tokens are refused", true),
            402 => Account(call, ShopifyAccountProblem.Frozen, "the shop is frozen or its plan lacks this" + text),
            403 => Account(call, ShopifyAccountProblem.AccessDenied, "access denied" + text),
            404 => Account(call, ShopifyAccountProblem.NotFound, "no such shop or address" + text),
            423 => Account(call, ShopifyAccountProblem.Locked, "the shop is locked" + text),
            >= 300 and < 400 => Account(call, ShopifyAccountProblem.Redirected, "redirected, which is not followed; the shop may have been renamed"),
            429 => Throttled(call, "too many requests", retryAfter ?? TimeSpan.FromSeconds(1)),
            430 => Throttled(call, "refused by Shopify's security rules", retryAfter ?? SecurityRejectionPause),
            >= 500 => Unavailable(call, "Shopify could not answer" + text),
            _ => new ShopifyGraphQLException(call.Describe("the request was refused" + text), errors.Count > 0 ? errors : [new("(no message)")])
            {
                Shop = call.Shop,
                OperationName = call.OperationName,
                StatusCode = call.StatusCode,
                RequestId = call.RequestId,
            },
        };
    }

    public static ShopifyUnavailableException Unavailable(CallContext call, string what, Exception? cause = null, bool sent = true) =>
        new(call.Describe(what), cause)
        {
            RequestWasSent = sent,
            Shop = call.Shop,
            OperationName = call.OperationName,
            StatusCode = call.StatusCode,
            RequestId = call.RequestId,
        };

    public static ShopifyUnavailableException CircuitOpen(CallContext call, TimeSpan openFor) =>
        new(call.Describe("not sent, because the calls before it got no answer"))
        {
            RequestWasSent = false,
            CircuitOpenFor = openFor,
            Shop = call.Shop,
            OperationName = call.OperationName,
        };

    public static ShopifyThrottledException Throttled(CallContext call, string what, TimeSpan retryAfter, ThrottleStatus? status = null) =>
        new(call.Describe(what))
        {
            RetryAfter = retryAfter,
            Throttle = status,
            Shop = call.Shop,
            OperationName = call.OperationName,
            StatusCode = call.StatusCode,
            RequestId = call.RequestId,
        };

    public static ShopifyAccountException Account(CallContext call, ShopifyAccountProblem problem, string what) => new(call.Describe(what))
    {
        Problem = problem,
        Shop = call.Shop,
        OperationName = call.OperationName,
        StatusCode = call.StatusCode,
        RequestId = call.RequestId,
    };

    private static ShopifyAuthenticationException Authentication(CallContext call, string what, bool nonExpiring) => new(call.Describe(what))
    {
        NonExpiringTokenRefused = nonExpiring,
        Shop = call.Shop,
        OperationName = call.OperationName,
        StatusCode = call.StatusCode,
        RequestId = call.RequestId,
    };

    // The only sign of this refusal is its text; by status it looks like a missing scope.
    private static bool IsNonExpiringRefusal(IReadOnlyList<ShopifyGraphQLError> errors) =>
        errors.Any(static error => error.Message.Contains("Non-expiring access tokens", StringComparison.OrdinalIgnoreCase));
}
