namespace Shopify.Client;

/// <summary>A reservation of the budget in this process and its place in the account.</summary>
internal sealed class TakenPoints(CostQueue queue, double points, double mark) : ShopifyCostReservation(queue.Bucket, points)
{
    public CostQueue Queue { get; } = queue;

    public double Mark { get; } = mark;
}
