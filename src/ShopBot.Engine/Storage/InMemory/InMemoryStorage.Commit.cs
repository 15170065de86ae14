namespace ShopBot.Engine.Storage.InMemory;

internal sealed partial class InMemoryStorage
{
    public ValueTask<IReadOnlyList<CommitResult>> CommitAsync(
        IReadOnlyList<CommitItem> items, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<CommitResult>>(() => [.. items.Select(item => Commit(item, lease, now))], cancellationToken);

    public ValueTask<IReadOnlyList<CommitResult>> ParkAsync(
        IReadOnlyList<ParkItem> items, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        CommitAsync(items, lease, now, cancellationToken);

    private CommitResult Commit(CommitItem item, TimeSpan lease, DateTimeOffset now)
    {
        if (StorageRules.Check(item) is { } reason)
            return new CommitResult(CommitOutcome.Refused, Reason: reason);

        var lane = Find(item.Lane);
        return item switch
        {
            _ when lane is null => new CommitResult(CommitOutcome.Stale),
            SendCommit send => Commit(lane, send, lease, now),
            TurnCommit turn => Commit(lane, turn, lease, now),
            ParkItem park => Commit(lane, park, lease, now),
            StepCommit step => new CommitResult(lane.Keep(step) ? CommitOutcome.Committed : CommitOutcome.Stale),
            EventCommit events => Commit(lane, events, lease, now),
            _ => throw new ArgumentException($"A commit of the kind {item.GetType().Name} is not known.", nameof(item)),
        };
    }

    private CommitResult Commit(Lane lane, TurnCommit turn, TimeSpan lease, DateTimeOffset now)
    {
        if (lane.Owner is null || lane.Fence != turn.Fence || lane.StateVersion != turn.StateVersion)
            return new CommitResult(CommitOutcome.Stale);

        if (turn.Absorb is { } other && (other.Lane == turn.Lane || Find(other.Lane) is not { Owner: not null } held || held.Fence != other.Fence))
            return new CommitResult(CommitOutcome.Stale);

        if (turn.HandledThrough > lane.LastSeq)
            return new CommitResult(CommitOutcome.Refused, Reason: "The turn claims events that the lane does not have.");

        lane.RemoveThrough(turn.HandledThrough);
        lane.SaveState(turn.State);
        foreach (var timer in turn.Timers)
        {
            if (timer.DueAt is null)
                lane.Timers.Remove(timer.Name);
            else
                lane.Timers[timer.Name] = timer with { Payload = timer.Payload.ToArray() };
        }

        lane.Control = turn.Control;
        if (turn.Absorb is { } absorbed)
        {
            lane.Absorb(Find(absorbed.Lane)!, now);
            _customers.Merge(turn.Lane.Store, absorbed.Lane.Customer, turn.Lane.Customer);
        }

        Write(lane, turn.Outbox, turn.Events, now);
        var work = lane.GoOn(now, lease, AliasesOf(lane));
        return new CommitResult(CommitOutcome.Committed, work, TakeSend(lane, turn.SendAs, now, lease));
    }

    private static CommitResult Commit(Lane lane, EventCommit commit, TimeSpan lease, DateTimeOffset now) =>
        lane.Facts.Close(commit, now) ? new CommitResult(CommitOutcome.Committed, Events: lane.Facts.GoOn(now, now + lease)) : new CommitResult(CommitOutcome.Stale);

    private CommitResult Commit(Lane lane, ParkItem park, TimeSpan lease, DateTimeOffset now)
    {
        if (lane.Owner is null || lane.Fence != park.Fence)
            return new CommitResult(CommitOutcome.Stale);

        if (lane.HeadSeq != park.Seq)
            return new CommitResult(CommitOutcome.Refused, Reason: "The event is not at the head of its lane.");

        Write(lane, park.Outbox, park.Events, now);
        LaneWork? work = null;
        if (park.RetryAt is { } retryAt)
        {
            lane.CountFailure();
            lane.Rest(retryAt);
        }
        else
        {
            lane.ParkHead(park.Cause, now);
            work = lane.GoOn(now, lease, AliasesOf(lane));
        }

        return new CommitResult(CommitOutcome.Committed, work, TakeSend(lane, park.SendAs, now, lease));
    }

    private void Write(Lane lane, IReadOnlyList<OutboxMessage> outbox, IReadOnlyList<DomainEventRow> events, DateTimeOffset now)
    {
        foreach (var message in outbox)
        {
            var row = new OutboxEntry(lane, message, now);
            if (_outbox.TryAdd((lane.Key.Store, message.Id), row))
                lane.Add(row, now);
        }

        foreach (var row in events)
        {
            var logged = new EventRow(lane.Key, row.Kind, row.Id.ToString("N"), row.Payload.ToArray(), now);
            if (_events.TryAdd((lane.Key.Store, row.Id), logged) && row.Deliver)
                lane.Facts.Add(row.Id, row.Kind, logged.Payload, now);
        }

        lane.ActiveAt = now;
    }
}
