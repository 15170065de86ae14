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

    public ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default) =>
        Run(
            () => new ClaimResult(
                [.. _lanes.Values.Where(lane => lane.CanLease(request.Now)).OrderBy(lane => lane.ReadyAt).Take(request.MaxLanes)
                    .Select(lane => lane.Lease(request.Owner, request.Now + request.Lease, AliasesOf(lane)))],
                [.. _lanes.Values.Where(lane => lane.CanSend(request.Now)).OrderBy(lane => lane.OutboxHead!.DueAt).Take(request.MaxSends)
                    .Select(lane => TakeSend(lane, request.Owner, request.Now, request.Lease)!)]),
            cancellationToken);

    private AppendResult Append(AppendItem item, DateTimeOffset now)
    {
        if (StorageRules.Check(item) is { } reason)
            return new AppendResult(AppendOutcome.Refused, Reason: reason);

        if (item is EventAppend { Customer: { } customer } && !_customers.Exists(item.Store, customer))
            return new AppendResult(AppendOutcome.Refused, Reason: "This store has no such customer.");

        if (!_seen.TryAdd((item.Store, item.EventKey), now))
            return new AppendResult(AppendOutcome.Duplicate);

        switch (item)
        {
            case EventAppend e:
                var lane = LaneOf(new LaneKey(e.Store, e.Channel, _customers.Resolve(e)));
                var waiting = new LaneEvent(0, e.EventKey, e.Kind, e.Payload, e.OccurredAt, Attempts: 0, e.TraceParent);
                return new AppendResult(AppendOutcome.Appended, lane.Key, lane.Add(waiting, now));
            case StatusAppend status:
                return new AppendResult(AppendOutcome.Appended, SendReady: Apply(status, now));
            case NoteAppend note:
                _events.Add((note.Store, Guid.CreateVersion7(now)), new LoggedEvent(null, note.Kind, note.Payload.ToArray(), now));
                break;
        }

        return new AppendResult(AppendOutcome.Appended);
    }

    // After all items are in, so that the work holds every event of its lane.
    private void Claim(AppendResult[] results, ClaimRequest claim)
    {
        var claimed = 0;
        for (var i = 0; i < results.Length && claimed < claim.MaxLanes; i++)
        {
            if (results[i].Lane is { } key && Find(key) is { } lane && lane.CanLease(claim.Now))
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
