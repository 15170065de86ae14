using ShopBot.Engine.Storage;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

internal sealed partial class SqliteLaneStore
{
    public ValueTask<SweepResult> SweepAsync(SweepRequest request, CancellationToken cancellationToken = default) =>
        database.WriteTogetherAsync(sql => Sweep(sql, request), cancellationToken);

    private static SweepResult Sweep(Session sql, SweepRequest request)
    {
        var fired = TimerRows.Fire(sql, request.Now, request.MaxItems);
        var orphaned = OutboxRows.Orphan(sql, request.Now, request.Now, request.MaxItems);
        var (released, uncertain) = Reconcile(sql, request);
        var removed = Retention.Apply(sql, request.Now - request.RetainFor, request.MaxItems);
        return new SweepResult(
            fired, orphaned, released, uncertain, removed,
            Schedule.IsWorkDue(sql, request.Now), Schedule.NextDue(sql, request.Now, request.ReconcileAfter),
            Schedule.OldestWaiting(sql, request.Now));
    }

    // No status came in time: conversation is sent again and flagged, what costs money stays uncertain.
    private static (int Released, int Uncertain) Reconcile(Session sql, SweepRequest request)
    {
        var unknown = OutboxRows.UnknownSince(sql, request.Now - request.ReconcileAfter, request.MaxItems);
        foreach (var row in unknown)
        {
            if (row.Class == SendClass.Paid)
                OutboxRows.Close(sql, row, OutboxState.Uncertain, request.Now);
            else
                OutboxRows.Reopen(sql, row, request.Now, maybeDuplicate: true);
        }

        var uncertain = unknown.Count(row => row.Class == SendClass.Paid);
        return (unknown.Count - uncertain, uncertain);
    }
}
