namespace Shopify.Client;

/// <summary>
/// No usable answer: connection refused, deadline passed, 5xx, something that is not JSON, or the circuit of this shop is open. A later call may succeed.
/// </summary>
public sealed class ShopifyUnavailableException : ShopifyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause, if any.</param>
    public ShopifyUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// True when the request may have reached Shopify, so that a mutation may have happened; false when it certainly did not.
    /// </summary>
    public bool RequestWasSent { get; init; }

    /// <summary>
    /// How long calls to this shop fail at once without being sent, because many in a row got no answer; null when this call was really tried.
    /// </summary>
    public TimeSpan? CircuitOpenFor { get; init; }
}
