namespace Shopify.Client;

/// <summary>The query-cost bucket of this app in one shop, as an answer reported it.</summary>
/// <param name="MaximumAvailable">The size of the bucket, in points.</param>
/// <param name="CurrentlyAvailable">What was left when the answer was made, in points.</param>
/// <param name="RestoreRate">What flows back, in points per second.</param>
/// <seealso href="https://shopify.dev/docs/api/usage/limits"/>
public sealed record ThrottleStatus(double MaximumAvailable, double CurrentlyAvailable, double RestoreRate)
{
    /// <summary>How long until an operation of this cost fits; zero when it fits now or never will.</summary>
    /// <param name="requestedCost">The requested cost in points.</param>
    /// <returns>The wait.</returns>
    public TimeSpan WaitFor(double requestedCost)
    {
        var missing = requestedCost - CurrentlyAvailable;
        if (!(missing > 0) || requestedCost > MaximumAvailable)
            return TimeSpan.Zero;
        return RestoreRate > 0 ? TimeSpan.FromSeconds(Math.Min(missing / RestoreRate, 3600)) : TimeSpan.FromSeconds(1);
    }
}
