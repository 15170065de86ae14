using System.Diagnostics;
using Npgsql;

namespace ShopBot.LoadTest.Floor;

/// <summary>
/// The pipeline's commits on PostgreSQL with nothing around them: appends and commits beside each other, each group one batch of prepared statements, one round trip, one commit.
/// </summary>
internal sealed class PostgresFloor : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private long _events, _commits;

    private PostgresFloor(NpgsqlDataSource source) => _source = source;

    public static async Task<PostgresFloor> CreateAsync(string connectionString)
    {
        var floor = new PostgresFloor(NpgsqlDataSource.Create($"{connectionString};Max Auto Prepare=50;Auto Prepare Min Usages=2;Options=-c plan_cache_mode=force_generic_plan"));
        await using var connection = await floor._source.OpenConnectionAsync();
        await using (var command = new NpgsqlCommand("create schema floor; set search_path = floor; " + Rows.Tables("bytea"), connection))
            await command.ExecuteNonQueryAsync();
        await using var lanes = connection.CreateBatch();
        for (var i = 0; i < Rows.Customers; i++)
            Add(lanes, "insert into floor.lanes (store_id, customer_id, next_seq, head_seq, fence) values ($1, $2, 1, 1, 0)", Rows.StoreOf(i), Rows.Id(i));
        await lanes.ExecuteNonQueryAsync();
        return floor;
    }

    /// <returns>Replies per second.</returns>
    public async Task<double> MeasureAsync(FloorWork work, TimeSpan duration)
    {
        var (eventsAtStart, began) = (_events, Stopwatch.GetTimestamp());
        await Task.WhenAll(Task.Run(AppendsAsync), Task.Run(CommitsAsync));
        return (_events - eventsAtStart) / (double)FloorWork.EventsPerReply / Stopwatch.GetElapsedTime(began).TotalSeconds;

        async Task AppendsAsync()
        {
            await using var connection = await _source.OpenConnectionAsync();
            for (var wanted = 0.0; Stopwatch.GetElapsedTime(began) < duration;)
            {
                // Not far ahead of the commits: a reply's statuses follow its send.
                if (Volatile.Read(ref _events) / FloorWork.EventsPerReply > (Volatile.Read(ref _commits) / FloorWork.CommitsPerReply) + (long)(2 * work.AppendGroup) + 64)
                    await Task.Yield();
                else
                    await AppendAsync(connection, (int)((wanted += work.AppendGroup) - (_events - eventsAtStart)));
            }
        }

        async Task CommitsAsync()
        {
            await using var connection = await _source.OpenConnectionAsync();
            var start = _commits;
            for (var wanted = 0.0; Stopwatch.GetElapsedTime(began) < duration;)
            {
                if (Volatile.Read(ref _commits) / FloorWork.CommitsPerReply >= Volatile.Read(ref _events) / FloorWork.EventsPerReply)
                    await Task.Yield();
                else
                    await CommitAsync(connection, (int)((wanted += work.CommitGroup) - (_commits - start)));
            }
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task AppendAsync(NpgsqlConnection connection, int count)
    {
        if (count <= 0)
            return;
        await using var batch = connection.CreateBatch();
        var at = _events;
        for (var i = 0; i < count; i++, at++)
        {
            var reply = at / FloorWork.EventsPerReply;
            var (store, customer, now) = (Rows.StoreOf(reply % Rows.Customers), Rows.Id((int)(reply % Rows.Customers)), Stopwatch.GetTimestamp());
            Add(batch, Named(Statements.Seen), store, $"event-{at}", now);
            if (at % FloorWork.EventsPerReply == 0)
            {
                Add(batch, Named(Statements.Lease), store, customer, now);
                Add(batch, Named(Statements.Inbox), store, customer, reply / Rows.Customers, $"event-{at}", Rows.Payload, now);
            }
            else
            {
                Add(batch, Named(Statements.Status), store, $"wamid-{reply}", 1);
            }
        }

        await batch.ExecuteNonQueryAsync();
        Volatile.Write(ref _events, at);
    }

    private async Task CommitAsync(NpgsqlConnection connection, int count)
    {
        if (count <= 0)
            return;
        await using var batch = connection.CreateBatch();
        var at = _commits;
        for (var i = 0; i < count; i++, at++)
        {
            var reply = at / FloorWork.CommitsPerReply;
            var (store, customer, now) = (Rows.StoreOf(reply % Rows.Customers), Rows.Id((int)(reply % Rows.Customers)), Stopwatch.GetTimestamp());
            if (at % FloorWork.CommitsPerReply == 0)
            {
                Add(batch, Named(Statements.Done), store, customer, reply / Rows.Customers, now);
                Add(batch, Named(Statements.Settle), store, customer, Rows.State, now);
                Add(batch, Named(Statements.Send), store, reply, customer, Rows.Payload, now);
            }
            else
            {
                Add(batch, Named(Statements.Close), store, reply, now, $"wamid-{reply}");
            }
        }

        await batch.ExecuteNonQueryAsync();
        Volatile.Write(ref _commits, at);
    }

    private static string Named(string sql) => sql
        .Replace("into ", "into floor.", StringComparison.Ordinal)
        .Replace("update ", "update floor.", StringComparison.Ordinal);

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
