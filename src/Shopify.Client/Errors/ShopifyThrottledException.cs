namespace Shopify.Client;

/// <summary>Too many requests (HTTP 429 or 430, or <c>THROTTLED</c> in a 200 answer). Shopify did not run the operation; wait and call again.</summary>
/// <seealso href="https://shopify.dev/docs/api/usage/limits"/>
public sealed class ShopifyThrottledException : ShopifyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was throttled.</param>
    public ShopifyThrottledException(string message)
        : base(message)
    {
    }

    /// <summary>How long to wait: computed from the query cost, or Shopify's <c>Retry-After</c>. Zero or more.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>The state of the query-cost bucket; null when the answer did not tell.</summary>
    public ThrottleStatus? Throttle { get; init; }
}
