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

        return database.WriteAsync<IReadOnlyList<AppendResult>>(
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

        if (!InboxRows.Remember(sql, item, now))
            return new AppendResult(AppendOutcome.Duplicate);

        switch (item)
        {
            case EventAppend e:
                var lane = new LaneKey(e.Store, e.Channel, CustomerRows.Resolve(sql, e, now));
                var waiting = new LaneEvent(0, e.EventKey, e.Kind, e.Payload, e.OccurredAt, Attempts: 0, e.TraceParent);
                return new AppendResult(AppendOutcome.Appended, lane, InboxRows.Add(sql, lane, waiting, now));
            case StatusAppend status:
                return new AppendResult(AppendOutcome.Appended, SendReady: StatusRows.Apply(sql, status, now));
            case NoteAppend note:
                EventRows.AddNote(sql, note, now);
                break;
        }

        return new AppendResult(AppendOutcome.Appended);
    }

    // After all items are in, so that the work holds every event of its lane.
    private static void Claim(Session sql, AppendResult[] results, ClaimRequest claim)
    {
        var seen = new HashSet<LaneKey>();
        var claimed = 0;
        for (var i = 0; i < results.Length && claimed < claim.MaxLanes; i++)
        {
            if (results[i].Lane is { } lane && seen.Add(lane) && LaneRows.TryLease(sql, lane, claim) is { } work)
            {
                results[i] = results[i] with { Work = work };
                claimed++;
            }
        }
    }
}
