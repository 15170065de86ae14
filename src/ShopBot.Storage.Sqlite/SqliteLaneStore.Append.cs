using ShopBot.Engine.Storage;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

internal sealed partial class SqliteLaneStore
{
    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(
        IReadOnlyList<AppendItem> items, ClaimRequest? claim, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (items.Count == 0)
            return ValueTask.FromResult<IReadOnlyList<AppendResult>>([]);

        return database.WriteTogetherAsync<IReadOnlyList<AppendResult>>(
            sql =>
            {
                var results = new AppendResult[items.Count];
                for (var i = 0; i < results.Length; i++)
                    results[i] = Append(sql, items[i], now);

                if (claim is not null)
                    Claim(sql, results, claim);

                return results;
            },
            cancellationToken);
    }

    private static AppendResult Append(Session sql, AppendItem item, DateTimeOffset now)
    {
        if (StorageRules.Check(item) is { } reason)
            return new AppendResult(AppendOutcome.Refused, Reason: reason);

        if (item is EventAppend { Customer: { } customer } && !CustomerRows.Exists(sql, item.Store, customer))
            return new AppendResult(AppendOutcome.Refused, Reason: "This store has no such customer.");

        if (item is ReplayAppend replay && !InboxRows.IsParked(sql, replay))
        {
            return InboxRows.IsRemembered(sql, item)
                ? new AppendResult(AppendOutcome.Duplicate)
                : new AppendResult(AppendOutcome.Refused, Reason: "There is no such dead letter.");
        }

        // Statuses only ever rise, so hearing one again does no harm and no key is kept of it.
        if (item is StatusAppend status)
            return StatusRows.Apply(sql, status, now);

        if (!InboxRows.Remember(sql, item.Store, item.EventKey, now))
            return new AppendResult(AppendOutcome.Duplicate);

        switch (item)
        {
            case EventAppend e:
                return Append(sql, e, now);
            case ReplayAppend again:
                return new AppendResult(AppendOutcome.Appended, again.Lane, InboxRows.Replay(sql, again, now));
            case NoteAppend note:
                EventRows.AddNote(sql, note, now);
                break;
        }

        return new AppendResult(AppendOutcome.Appended);
    }

    private static AppendResult Append(Session sql, EventAppend item, DateTimeOffset now)
    {
        var (customer, samePeople) = CustomerRows.Resolve(sql, item, now);
        var lane = new LaneKey(item.Store, item.Channel, customer);
        foreach (var other in samePeople)
        {
            var key = StorageRules.MergeEventKey(other);
            if (InboxRows.Remember(sql, item.Store, key, now))
                InboxRows.Add(sql, lane, new LaneEvent(0, key, StorageRules.MergeKind, default, item.OccurredAt, Attempts: 0, item.TraceParent), now);
        }

        var waiting = new LaneEvent(0, item.EventKey, item.Kind, item.Payload, item.OccurredAt, Attempts: 0, item.TraceParent);
        var seq = InboxRows.Add(sql, lane, waiting, now, heardAt: item.OpensWindow ? item.OccurredAt : null);
        return new AppendResult(AppendOutcome.Appended, lane, seq);
    }

    // After all items are in, so that the work holds every event of its lane.
    private static void Claim(Session sql, AppendResult[] results, ClaimRequest claim)
    {
        var seen = new HashSet<LaneKey>();
        var claimed = 0;
        var turns = new StoreTurns(claim);
        for (var i = 0; i < results.Length && claimed < claim.MaxLanes; i++)
        {
            if (results[i].Lane is { } lane && seen.Add(lane) && turns.Left(lane.Store) > 0 && LaneRows.TryLease(sql, lane, claim) is { } work)
            {
                turns.Take(lane.Store);
                results[i] = results[i] with { Work = work };
                claimed++;
            }
        }
    }
}
