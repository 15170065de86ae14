using System.Security.Cryptography;

namespace Shopify.Client;

/// <summary>
/// Decides whether a failed attempt is repeated and after how long. What Shopify certainly did not run is always repeated,
/// the rest only when running twice does no harm.
/// </summary>
internal sealed class RetryPolicy(ShopifyClientOptions options, Func<double>? jitter = null)
{
    private readonly Func<double> _jitter = jitter ?? (static () => RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20));

    /// <returns>The wait, or null when the failure is final.</returns>
    public TimeSpan? WaitAfter(ShopifyException failure, bool replayable, int attempt)
    {
        if (attempt >= options.MaxAttempts)
            return null;
        return failure switch
        {
            ShopifyUnavailableException { CircuitOpenFor: not null } => null,
            // Being short of points is waited for elsewhere, and what our own queue refused is refused.
            ShopifyThrottledException { Throttle: not null } or ShopifyThrottledException { StatusCode: null } => null,
            ShopifyThrottledException throttled => Bounded(throttled.RetryAfter + (_jitter() * TimeSpan.FromMilliseconds(250))),
            ShopifyUnavailableException { RequestWasSent: false } => BackOff(attempt),
            ShopifyUnavailableException when replayable => BackOff(attempt),
            _ => null,
        };
    }

    /// <returns>The wait after an answer that reports a fault inside Shopify, or null when it is final.</returns>
    public TimeSpan? WaitAfterInternalError(bool replayable, int attempt) =>
        replayable && attempt < options.MaxAttempts ? BackOff(attempt) : null;

    private TimeSpan? Bounded(TimeSpan wait) => wait <= options.MaxRetryWait ? wait : null;

    private TimeSpan BackOff(int attempt)
    {
        var ceiling = Math.Min(Math.Pow(2, attempt - 1), options.MaxRetryWait.TotalSeconds);
        return TimeSpan.FromSeconds(ceiling * _jitter());
    }
}
