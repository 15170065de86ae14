using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

internal sealed partial class SqliteLaneStore
{
    // Stores with something due, in order of their ids; each statement is answered by one index alone.
    private const string StoreWithLane =
        "SELECT store_id FROM lanes WHERE owner IS NULL AND head_seq < next_seq AND ready_at <= ?1 AND store_id > ?2 ORDER BY store_id LIMIT 1";

    private const string StoreWithSend =
        "SELECT store_id FROM outbox WHERE state = 0 AND due_at IS NOT NULL AND due_at <= ?1 AND store_id > ?2 ORDER BY store_id LIMIT 1";

    private const string StoreWithFact =
        "SELECT store_id FROM lanes WHERE head_fact < next_fact AND facts_due_at <= ?1 AND store_id > ?2 ORDER BY store_id LIMIT 1";

    private StoreId _lastServed;

    public ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default) =>
        database.WriteTogetherAsync(
            sql =>
            {
                List<LaneWork> lanes = [.. request.Wanted.Select(lane => LaneRows.TryLeaseIdle(sql, lane, request)).OfType<LaneWork>()];
                var turns = new StoreTurns(request);
                var most = lanes.Count + request.MaxLanes;
                lanes.AddRange(LaneRows.Abandoned(sql, request.Now, request.MaxLanes).Where(lane => turns.Take(lane.Store))
                    .Select(lane => LaneRows.TryLease(sql, lane, request)!));
                foreach (var lane in InTurn(sql, request, StoreWithLane, LaneRows.Ready, turns, most - lanes.Count))
                    lanes.Add(LaneRows.TryLease(sql, lane, request)!);
                var sends = InTurn(sql, request, StoreWithSend, OutboxRows.Due, new StoreTurns(request), request.MaxSends);
                var facts = InTurn(sql, request, StoreWithFact, FactRows.Due, new StoreTurns(request), request.MaxEventLanes);
                if (lanes is [.., var last])
                    _lastServed = last.Lane.Store;

                return new ClaimResult(lanes, [.. sends.Select(lane => OutboxRows.TryTake(sql, lane, request.Owner, request.Now, request.Lease)!)])
                {
                    Events = [.. facts.Select(lane => FactRows.Lease(sql, lane, request))],
                };
            },
            cancellationToken);

    /// <summary>Lanes with something due: store by store from the one after the last served, once round.</summary>
    private List<LaneKey> InTurn(
        Session sql, ClaimRequest request, string nextStore, Func<Session, StoreId, DateTimeOffset, int, List<LaneKey>> ofStore, StoreTurns turns, int max)
    {
        var found = new List<LaneKey>();
        var start = _lastServed;
        var store = start;
        var wrapped = false;
        while (found.Count < max)
        {
            if (Next(sql, nextStore, request.Now, store) is not { } next)
            {
                if (wrapped)
                    break;
                (wrapped, store) = (true, default);
                continue;
            }

            if (wrapped && next.Value.CompareTo(start.Value) > 0)
                break;

            store = next;
            var share = Math.Min(max - found.Count, turns.Left(store));
            if (share > 0)
                found.AddRange(ofStore(sql, store, request.Now, share).Where(lane => turns.Take(lane.Store)));
        }

        return found;
    }

    private static StoreId? Next(Session sql, string query, DateTimeOffset now, StoreId after)
    {
        using var row = sql.Read(query, now, after);
        return row.Read() ? new StoreId(row.Id(0)) : null;
    }
}
