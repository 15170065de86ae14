using ShopBot.Engine.Storage;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

internal sealed partial class SqliteLaneStore
{
    public ValueTask<IReadOnlyList<CommitResult>> CommitAsync(
        IReadOnlyList<CommitItem> items, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Each(items, (sql, item) => Commit(sql, item, lease, now), cancellationToken);

    public ValueTask<IReadOnlyList<CommitResult>> ParkAsync(
        IReadOnlyList<ParkItem> items, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Each(items, (sql, item) => Commit(sql, item, lease, now), cancellationToken);

    private static CommitResult Commit(Session sql, CommitItem item, TimeSpan lease, DateTimeOffset now)
    {
        if (StorageRules.Check(item) is { } reason)
            return new CommitResult(CommitOutcome.Refused, Reason: reason);

        if (item is SendCommit send)
            return CommitSend(sql, send, lease, now);

        if (item is EventCommit events)
            return FactRows.Close(sql, events, lease, now);

        var (fence, version) = item switch
        {
            TurnCommit turn => (turn.Fence, turn.StateVersion),
            ParkItem park => (park.Fence, (long?)null),
            StepCommit step => (step.Fence, null),
            _ => throw new ArgumentException($"A commit of the kind {item.GetType().Name} is not known.", nameof(item)),
        };
        if (LaneRows.Find(sql, item.Lane) is not { Leased: true } row || row.Fence != fence || (version ?? row.StateVersion) != row.StateVersion)
            return new CommitResult(CommitOutcome.Stale);

        return item switch
        {
            TurnCommit done => CommitTurn(sql, done, row, lease, now),
            StepCommit step => CommitStep(sql, step, row),
            _ => CommitPark(sql, (ParkItem)item, row, lease, now),
        };
    }

    private static CommitResult CommitStep(Session sql, StepCommit step, LaneRow row)
    {
        if (step.Seq != row.HeadSeq || step.Seq == row.NextSeq)
            return new CommitResult(CommitOutcome.Stale);

        StepRows.Keep(sql, step);
        return new CommitResult(CommitOutcome.Committed);
    }

    private static CommitResult CommitTurn(Session sql, TurnCommit turn, LaneRow row, TimeSpan lease, DateTimeOffset now)
    {
        LaneRow? other = null;
        if (turn.Absorb is { } absorbed)
        {
            other = absorbed.Lane == turn.Lane ? null : LaneRows.Find(sql, absorbed.Lane);
            if (other is not { Leased: true } || other.Fence != absorbed.Fence)
                return new CommitResult(CommitOutcome.Stale);
        }

        if (turn.HandledThrough >= row.NextSeq)
            return new CommitResult(CommitOutcome.Refused, Reason: "The turn claims events that the lane does not have.");

        StepRows.RemoveThrough(sql, turn.Lane, turn.HandledThrough);
        foreach (var timer in turn.Timers)
            TimerRows.Change(sql, turn.Lane, timer);

        EventRows.Add(sql, turn.Lane, turn.Events, now);
        var position = OutboxRows.Add(sql, turn.Lane, turn.Outbox, row.NextPosition, now);
        if (other is not null)
        {
            LaneRows.Absorb(sql, turn.Lane, turn.Absorb!.Lane, other, now);
            row = LaneRows.Find(sql, turn.Lane)!;
        }

        row = row with { HeadSeq = Math.Max(row.HeadSeq, turn.HandledThrough + 1), NextPosition = position };
        var work = LaneRows.SaveState(sql, turn.Lane, row, turn.State, turn.Control, now, lease);
        return new CommitResult(CommitOutcome.Committed, work, Take(sql, turn.Lane, turn.SendAs, now, lease));
    }

    private static CommitResult CommitPark(Session sql, ParkItem park, LaneRow row, TimeSpan lease, DateTimeOffset now)
    {
        if (park.Seq != row.HeadSeq || park.Seq == row.NextSeq)
            return new CommitResult(CommitOutcome.Refused, Reason: "The event is not at the head of its lane.");

        InboxRows.MarkFailed(sql, park, now);
        EventRows.Add(sql, park.Lane, park.Events, now);
        row = row with { NextPosition = OutboxRows.Add(sql, park.Lane, park.Outbox, row.NextPosition, now) };
        LaneWork? work = null;
        if (park.RetryAt is { } retryAt)
            LaneRows.Release(sql, park.Lane, row, retryAt);
        else
        {
            StepRows.RemoveThrough(sql, park.Lane, park.Seq);
            work = LaneRows.GoOn(sql, park.Lane, row with { HeadSeq = row.HeadSeq + 1 }, now, lease);
        }


        return new CommitResult(CommitOutcome.Committed, work, Take(sql, park.Lane, park.SendAs, now, lease));
    }

    private static SendWork? Take(Session sql, LaneKey lane, string? owner, DateTimeOffset now, TimeSpan lease) =>
        owner is null ? null : OutboxRows.TryTake(sql, lane, owner, now, lease);
}
