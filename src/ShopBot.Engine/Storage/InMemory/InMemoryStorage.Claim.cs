using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.InMemory;

internal sealed partial class InMemoryStorage
{
    private StoreId _lastServed;

    public ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default) =>
        Run(
            () =>
            {
                var until = request.Now + request.Lease;
                var wanted = request.Wanted.Select(Find).OfType<Lane>().Where(lane => lane.IsFree(request.Now)).Distinct()
                    .Select(lane => lane.Lease(request.Owner, until, AliasesOf(lane))).ToList();
                var lanes = InTurn(request, request.MaxLanes, lane => lane.CanLease(request.Now) ? lane.ReadyAt : null);
                var sends = InTurn(request, request.MaxSends, lane => lane.CanSend(request.Now) ? lane.OutboxHead!.DueAt : null);
                var facts = InTurn(request, request.MaxEventLanes, lane => lane.Facts.CanLease(request.Now) ? lane.Facts.DueAt : null);
                if (lanes is [.., var last])
                    _lastServed = last.Key.Store;

                return new ClaimResult(
                    [.. wanted, .. lanes.Select(lane => lane.Lease(request.Owner, until, AliasesOf(lane)))],
                    [.. sends.Select(lane => TakeSend(lane, request.Owner, request.Now, request.Lease)!)])
                {
                    Events = [.. facts.Select(lane => lane.Facts.Lease(request.Owner, until))],
                };
            },
            cancellationToken);

    /// <summary>Lanes with something due: store by store from the one after the last served, the oldest of a store first.</summary>
    private List<Lane> InTurn(ClaimRequest request, int max, Func<Lane, DateTimeOffset?> dueAt)
    {
        if (max == 0)
            return [];

        var turns = new StoreTurns(request);
        return [.. _lanes.Values
            .Select(lane => (Lane: lane, DueAt: dueAt(lane)))
            .Where(row => row.DueAt is not null)
            .OrderBy(row => row.Lane.Key.Store.Value.CompareTo(_lastServed.Value) <= 0)
            .ThenBy(row => row.Lane.Key.Store.Value)
            .ThenBy(row => row.DueAt)
            .Where(row => turns.Take(row.Lane.Key.Store))
            .Take(max)
            .Select(row => row.Lane)];
    }
}
