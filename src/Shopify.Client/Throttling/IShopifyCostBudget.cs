namespace Shopify.Client;

/// <summary>
/// Gives out the query-cost points of each app and shop. The client asks before every attempt and settles after it. The default counts in
/// this process; register another one before <c>AddShopifyClient</c> when several processes shall share one count. Implementations are
/// safe for use from many threads.
/// </summary>
public interface IShopifyCostBudget
{
    /// <summary>
    /// Waits until the points are there and takes them. Calls of one bucket and priority are served in their order;
    /// a cancelled call gives its place up.
    /// </summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The points taken; each reservation is settled exactly once.</returns>
    /// <exception cref="ShopifyThrottledException">The queue is full, or the wait would be longer than <see cref="ShopifyCostRequest.MaxWait"/>.</exception>
    ValueTask<ShopifyCostReservation> ReserveAsync(ShopifyCostRequest request, CancellationToken cancellationToken = default);

    /// <summary>Replaces what was reserved by what it took, and learns from what Shopify said about the bucket.</summary>
    /// <param name="reservation">The points taken before.</param>
    /// <param name="outcome">What became of them.</param>
    /// <param name="cancellationToken">Ends the call; the client passes none, because a settlement must not be lost.</param>
    /// <returns>A task that ends when it is settled.</returns>
    ValueTask SettleAsync(ShopifyCostReservation reservation, ShopifyCostOutcome outcome, CancellationToken cancellationToken = default);
}
