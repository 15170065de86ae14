namespace Shopify.Client;

/// <summary>What became of reserved points.</summary>
/// <param name="Spent">The points it took: zero when Shopify did not run it, all that was reserved when nobody knows.</param>
public readonly record struct ShopifyCostOutcome(double Spent)
{
    /// <summary>The bucket as the answer reported it; null when it did not.</summary>
    public ThrottleStatus? Status { get; init; }

    /// <summary>For how long nothing more may be sent to this shop, as after <c>Retry-After</c>; zero: no pause.</summary>
    public TimeSpan Pause { get; init; }
}
