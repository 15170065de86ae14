namespace ShopBot.Engine.Storage.InMemory;

internal sealed partial class InMemoryStorage
{
    public ValueTask<SweepResult> SweepAsync(SweepRequest request, CancellationToken cancellationToken = default) =>
        Run(() => Sweep(request), cancellationToken);

    private SweepResult Sweep(SweepRequest request)
    {
        var now = request.Now;
        var fired = FireTimers(now, request.MaxItems);
        var orphaned = Orphan(now, request.MaxItems);
        var (released, uncertain) = Reconcile(request);
        var removed = RemoveOld(now - request.RetainFor, request.MaxItems);
        var due = _lanes.Values.Any(lane => lane.CanLease(now) || lane.CanSend(now) || lane.Facts.CanLease(now));
        var oldest = _lanes.Values.Where(lane => lane.CanLease(now)).Select(lane => (DateTimeOffset?)lane.ReadyAt).Min();
        return new SweepResult(fired, orphaned, released, uncertain, removed, due, NextDue(now, request.ReconcileAfter), oldest);
    }

    private int FireTimers(DateTimeOffset now, int max)
    {
        var due = (from lane in _lanes.Values
                   from timer in lane.Timers.Values
                   where timer.DueAt <= now
                   orderby timer.DueAt
                   select (Lane: lane, Timer: timer, DueAt: timer.DueAt!.Value)).Take(max).ToList();
        foreach (var (lane, timer, dueAt) in due)
        {
            lane.Timers.Remove(timer.Name);
            lane.Add(
                new LaneEvent(
                    0, StorageRules.TimerEventKey(timer.Name, dueAt), StorageRules.TimerKind, timer.Payload, dueAt, Attempts: 0, TraceParent: null),
                now);
        }

        return due.Count;
    }

    private int Orphan(DateTimeOffset now, int max)
    {
        var orphans = Heads(OutboxState.Sending).Where(row => row.LeaseUntil <= now).OrderBy(row => row.LeaseUntil).Take(max).ToList();
        foreach (var row in orphans)
            (row.State, row.UnknownSince) = (OutboxState.Unknown, now);

        return orphans.Count;
    }

    // No status came in time: conversation is sent again and flagged, what costs money stays uncertain.
    private (int Released, int Uncertain) Reconcile(SweepRequest request)
    {
        var unknown = Heads(OutboxState.Unknown).Where(row => row.UnknownSince + request.ReconcileAfter <= request.Now)
            .OrderBy(row => row.UnknownSince).Take(request.MaxItems).ToList();
        foreach (var row in unknown)
        {
            if (row.Message.Class == SendClass.Paid)
                row.Lane.Close(row, OutboxState.Uncertain, request.Now);
            else
                (row.State, row.DueAt, row.MaybeDuplicate) = (OutboxState.Pending, request.Now, true);
        }

        var uncertain = unknown.Count(row => row.Message.Class == SendClass.Paid);
        return (unknown.Count - uncertain, uncertain);
    }

    private int RemoveOld(DateTimeOffset before, int max)
    {
        var removed = Remove(_seen, seenAt => seenAt <= before, max)
            + Remove(_events, row => row.RecordedAt <= before, max)
            + Remove(_early, status => status.HeardAt <= before, max)
            + Remove(_outbox, row => !row.IsOpen && row.ClosedAt <= before, max);
        Remove(_sent, row => row.ClosedAt <= before, max);
        foreach (var lane in _lanes.Values)
            lane.Forget(before);
        return removed;
    }

    private static int Remove<TKey, TValue>(Dictionary<TKey, TValue> rows, Func<TValue, bool> isOld, int max) where TKey : notnull
    {
        var old = rows.Where(row => isOld(row.Value)).Take(max).Select(row => row.Key).ToList();
        old.ForEach(key => rows.Remove(key));
        return old.Count;
    }

    private DateTimeOffset? NextDue(DateTimeOffset now, TimeSpan reconcileAfter)
    {
        var timers = _lanes.Values.SelectMany(lane => lane.Timers.Values).Select(timer => timer.DueAt);
        var resting = _lanes.Values.Where(lane => lane.Owner is null && lane.HasWaiting && lane.ReadyAt > now).Select(lane => lane.ReadyAt);
        var leased = _lanes.Values.Where(lane => lane.Owner is not null && lane.LeaseUntil > now).Select(lane => lane.LeaseUntil);
        var retries = Heads(OutboxState.Pending).Where(row => row.DueAt > now).Select(row => row.DueAt);
        var sends = Heads(OutboxState.Sending).Select(row => row.LeaseUntil);
        var unknown = Heads(OutboxState.Unknown).Select(row => row.UnknownSince + reconcileAfter);
        var facts = _lanes.Values.Select(lane => lane.Facts.DueAt).OfType<DateTimeOffset>().Where(at => at > now);
        return timers.Concat(resting.Concat(leased).Concat(retries).Concat(sends).Concat(unknown).Concat(facts).Cast<DateTimeOffset?>()).Min();
    }

    private IEnumerable<OutboxEntry> Heads(OutboxState state) =>
        _lanes.Values.Select(lane => lane.OutboxHead).OfType<OutboxEntry>().Where(row => row.State == state);
}
