namespace Shopify.Client;

/// <summary>What the client keeps of one API of one shop between calls. Nothing in it belongs to a token or a caller.</summary>
internal sealed class ShopState(Uri endpoint, CircuitBreaker breaker) : Retirable
{
    private long _writes;
    private long _order;

    public Uri Endpoint { get; } = endpoint;

    public CircuitBreaker Breaker { get; } = breaker;

    public CostProbes Probes { get; } = new();

    /// <summary>Counts mutations that ended, so that a read begun after one never shares the answer of a read begun before it.</summary>
    public long Writes => Volatile.Read(ref _writes);

    public long NextOrder() => Interlocked.Increment(ref _order);

    public void Wrote() => Interlocked.Increment(ref _writes);
}
