namespace ShopBot.Engine.Storage.InMemory;

internal sealed partial class InMemoryStorage
{
    private readonly CustomerBook _customers = new();

    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(
        IReadOnlyList<AppendItem> items, ClaimRequest? claim, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<AppendResult>>(
            () =>
            {
                var results = items.Select(item => Append(item, now)).ToArray();
                if (claim is not null)
                    Claim(results, claim);

                return results;
            },
            cancellationToken);

    private AppendResult Append(AppendItem item, DateTimeOffset now)
    {
        if (StorageRules.Check(item) is { } reason)
            return new AppendResult(AppendOutcome.Refused, Reason: reason);

        if (item is EventAppend { Customer: { } customer } && !_customers.Exists(item.Store, customer))
            return new AppendResult(AppendOutcome.Refused, Reason: "This store has no such customer.");

        if (item is ReplayAppend replay && Find(replay.Lane)?.FindParked(replay.Seq) is null && !_seen.ContainsKey((item.Store, item.EventKey)))
            return new AppendResult(AppendOutcome.Refused, Reason: "There is no such dead letter.");

        // Statuses only ever rise, so hearing one again does no harm and no key is kept of it.
        if (item is StatusAppend status)
        {
            var (news, sendReady) = Apply(status, now);
            return new AppendResult(news ? AppendOutcome.Appended : AppendOutcome.Duplicate, SendReady: sendReady, StatusLane: AskedFor(status));
        }

        if (!_seen.TryAdd((item.Store, item.EventKey), now))
            return new AppendResult(AppendOutcome.Duplicate);

        switch (item)
        {
            case EventAppend e:
                return Append(e, now);
            case ReplayAppend again:
                var parkedIn = Find(again.Lane)!;
                return new AppendResult(AppendOutcome.Appended, parkedIn.Key, parkedIn.Replay(again.Seq, now));
            case NoteAppend note:
                _events.Add((note.Store, Guid.CreateVersion7(now)), new EventRow(null, note.Kind, note.EventKey, note.Payload.ToArray(), now));
                break;
        }

        return new AppendResult(AppendOutcome.Appended);
    }

    private AppendResult Append(EventAppend item, DateTimeOffset now)
    {
        var (customer, samePeople) = _customers.Resolve(item);
        var lane = LaneOf(new LaneKey(item.Store, item.Channel, customer));
        foreach (var other in samePeople)
        {
            var key = StorageRules.MergeEventKey(other);
            if (_seen.TryAdd((item.Store, key), now))
                lane.Add(new LaneEvent(0, key, StorageRules.MergeKind, default, item.OccurredAt, Attempts: 0, item.TraceParent), now);
        }

        if (item.OpensWindow)
            lane.HeardAt(item.OccurredAt);
        var waiting = new LaneEvent(0, item.EventKey, item.Kind, item.Payload, item.OccurredAt, Attempts: 0, item.TraceParent);
        return new AppendResult(AppendOutcome.Appended, lane.Key, lane.Add(waiting, now));
    }

    // After all items are in, so that the work holds every event of its lane.
    private void Claim(AppendResult[] results, ClaimRequest claim)
    {
        var claimed = 0;
        var turns = new StoreTurns(claim);
        for (var i = 0; i < results.Length && claimed < claim.MaxLanes; i++)
        {
            if (results[i].Lane is { } key && Find(key) is { } lane && lane.CanLease(claim.Now) && turns.Take(key.Store))
            {
                results[i] = results[i] with { Work = lane.Lease(claim.Owner, claim.Now + claim.Lease, AliasesOf(lane)) };
                claimed++;
            }
        }
    }

    private Lane LaneOf(LaneKey key)
    {
        if (!_lanes.TryGetValue(key, out var lane))
            _lanes.Add(key, lane = new Lane(key));

        return lane;
    }
}
