namespace Shopify.Client;

/// <summary>A reservation of the budget in this process, with its place in the queue and in the account.</summary>
internal sealed class TakenPoints(CostQueue queue, double points, long ticket, double mark) : ShopifyCostReservation(queue.Bucket, points)
{
    public CostQueue Queue { get; } = queue;

    public long Ticket { get; } = ticket;

    public double Mark { get; } = mark;
}
