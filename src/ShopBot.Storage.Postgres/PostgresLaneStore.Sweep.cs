using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

internal sealed partial class PostgresLaneStore
{
    private const int StoresPerSweep = 100;
    private readonly Guid[] _retainedUpTo = new Guid[RetentionSql.All.Length];

    public async ValueTask<SweepResult> SweepAsync(SweepRequest request, CancellationToken cancellationToken = default)
    {
        var result = await database.RunAsync(
            async (connection, token) =>
            {
                var timers = new List<(LaneKey Lane, string Name)>();
                var stuck = new List<LaneKey>();
                var look = new SqlBatch(connection);
                look.Query(SweepSql.FindTimers, row => timers.Add((row.Lane(0), row.GetString(3))), Value.Of(request.Now), Value.Of(request.MaxItems));
                look.Query(
                    SendSql.FindStuck, row => stuck.Add(row.Lane(0)), Value.Of(request.Now), Value.Of(request.Now - request.ReconcileAfter), Value.Of(request.MaxItems));
                await look.RunAsync(token).ConfigureAwait(false);

                var (fired, orphaned, released, uncertain, due) = (0, 0, 0, 0, false);
                DateTimeOffset? next = null, oldest = null;
                var batch = new SqlBatch(connection);
                if (timers.Count + stuck.Count > 0)
                {
                    var lanes = new LaneColumns([.. timers.Select(timer => timer.Lane).Concat(stuck).Distinct()]);
                    batch.Query(LaneSql.Lock, static _ => { }, lanes.Stores, lanes.Channels, lanes.Customers);
                }

                if (timers.Count > 0)
                {
                    var lanes = LaneColumns.Of(timers, timer => timer.Lane);
                    batch.Query(
                        SweepSql.FireTimers, row => fired = (int)row.GetInt64(0), lanes.Stores, lanes.Channels, lanes.Customers, Value.Column(timers, timer => timer.Name),
                        Value.Of(request.Now));
                }

                if (stuck.Count > 0)
                {
                    var lanes = new LaneColumns(stuck);
                    batch.Query(
                        SendSql.Unstick, row => (orphaned, released, uncertain) = ((int)row.GetInt64(0), (int)row.GetInt64(1), (int)row.GetInt64(2)),
                        lanes.Stores, lanes.Channels, lanes.Customers, Value.Of(request.Now), Value.Of(request.Now - request.ReconcileAfter));
                }

                batch.Query(
                    SweepSql.Schedule, row => (due, next, oldest) = (row.GetBoolean(0), row.TimeOrNull(1), row.TimeOrNull(2)),
                    Value.Of(request.Now), Value.Of(request.ReconcileAfter));
                await batch.RunAsync(token).ConfigureAwait(false);
                return new SweepResult(fired, orphaned, released, uncertain, 0, due, next, oldest);
            },
            cancellationToken).ConfigureAwait(false);
        return result with { RowsRemoved = await RemoveOldAsync(request, cancellationToken).ConfigureAwait(false) };
    }

    // In a transaction of its own, so that what is removed holds up nothing.
    private async Task<int> RemoveOldAsync(SweepRequest request, CancellationToken cancellationToken) => await database.RunAsync(
        async (connection, token) =>
        {
            var removed = 0;
            var batch = new SqlBatch(connection);
            for (var i = 0; i < RetentionSql.All.Length; i++)
            {
                var table = i;
                batch.Query(
                    RetentionSql.All[i],
                    row =>
                    {
                        removed += (int)row.GetInt64(0);
                        _retainedUpTo[table] = row.IsDBNull(1) ? Guid.Empty : row.GetGuid(1);
                    },
                    Value.Of(_retainedUpTo[i]), Value.Of(request.Now - request.RetainFor), Value.Of(request.MaxItems), Value.Of(StoresPerSweep));
            }

            await batch.RunAsync(token).ConfigureAwait(false);
            return removed;
        },
        cancellationToken).ConfigureAwait(false);
}
