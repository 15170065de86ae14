namespace Shopify.Client;

/// <summary>The states of the shops called lately, API by API. One shop's troubles never touch another's.</summary>
internal sealed class ShopStates
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    private readonly RetiringMap<ShopifyCostBucket, ShopState> _states;
    private readonly TimeProvider _time;

    public ShopStates(ShopifyClientOptions options, TimeProvider time)
    {
        _time = time;
        _states = new(
            key => new ShopState(
                ShopifyEndpoints.GraphQL(options, key.Api, key.Shop),
                new CircuitBreaker(options.CircuitBreakerFailures, options.CircuitBreakerPause, time)),
            time,
            Idle);
    }

    /// <returns>The state, to be given back with <see cref="Leave"/>.</returns>
    public ShopState Enter(ShopifyCostBucket key) => _states.Enter(key);

    public void Leave(ShopState state) => state.Leave(_time.GetTimestamp());
}
