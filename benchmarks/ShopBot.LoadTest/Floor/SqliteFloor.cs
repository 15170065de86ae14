using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ShopBot.LoadTest.Floor;

/// <summary>The pipeline's commits on SQLite with nothing around them: one writer, full durability, prepared statements.</summary>
internal sealed class SqliteFloor : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _seen, _lease, _inbox, _status, _done, _settle, _send, _close;
    private long _events, _commits;

    public SqliteFloor(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        Script("pragma journal_mode = wal; pragma synchronous = full;" + Rows.Tables("blob"));
        _seen = Prepare(Statements.Seen, 3);
        _lease = Prepare(Statements.Lease, 3);
        _inbox = Prepare(Statements.Inbox, 6);
        _status = Prepare(Statements.Status, 3);
        _done = Prepare(Statements.Done, 4);
        _settle = Prepare(Statements.Settle, 4);
        _send = Prepare(Statements.Send, 5);
        _close = Prepare(Statements.Close, 4);
        using var transaction = _connection.BeginTransaction();
        using var lane = Prepare("insert into lanes (store_id, customer_id, next_seq, head_seq, fence) values ($1, $2, 1, 1, 0)", 2);
        for (var i = 0; i < Rows.Customers; i++)
            Run(lane, transaction, Rows.StoreOf(i), Rows.Id(i));
        transaction.Commit();
    }

    /// <returns>Replies per second.</returns>
    public double Measure(FloorWork work, TimeSpan duration)
    {
        var (eventsAtStart, began) = (_events, Stopwatch.GetTimestamp());
        var (events, commits) = (0.0, 0.0);
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            // Whichever is behind goes next, so that both keep the proportion of a reply.
            if (events / FloorWork.EventsPerReply <= commits / FloorWork.CommitsPerReply)
                Append((int)((events += work.AppendGroup) - (_events - eventsAtStart)));
            else
                Commit((int)((commits += work.CommitGroup) - _commitsSinceStart));
        }

        _commitsSinceStart = 0;
        return (_events - eventsAtStart) / (double)FloorWork.EventsPerReply / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private long _commitsSinceStart;

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_seen, _lease, _inbox, _status, _done, _settle, _send, _close])
            command.Dispose();
        _connection.Dispose();
    }

    private void Append(int count)
    {
        using var transaction = _connection.BeginTransaction();
        for (; count > 0; count--, _events++)
        {
            var reply = _events / FloorWork.EventsPerReply;
            var (store, customer, now) = (Rows.StoreOf(reply % Rows.Customers), Rows.Id((int)(reply % Rows.Customers)), Stopwatch.GetTimestamp());
            Run(_seen, transaction, store, $"event-{_events}", now);
            if (_events % FloorWork.EventsPerReply == 0)
            {
                Run(_lease, transaction, store, customer, now);
                Run(_inbox, transaction, store, customer, reply / Rows.Customers, $"event-{_events}", Rows.Payload, now);
            }
            else
            {
                Run(_status, transaction, store, $"wamid-{reply}", 1);
            }
        }

        transaction.Commit();
    }

    private void Commit(int count)
    {
        using var transaction = _connection.BeginTransaction();
        for (; count > 0; count--, _commits++, _commitsSinceStart++)
        {
            var reply = _commits / FloorWork.CommitsPerReply;
            var (store, customer, now) = (Rows.StoreOf(reply % Rows.Customers), Rows.Id((int)(reply % Rows.Customers)), Stopwatch.GetTimestamp());
            if (_commits % FloorWork.CommitsPerReply == 0)
            {
                Run(_done, transaction, store, customer, reply / Rows.Customers, now);
                Run(_settle, transaction, store, customer, Rows.State, now);
                Run(_send, transaction, store, reply, customer, Rows.Payload, now);
            }
            else
            {
                Run(_close, transaction, store, reply, now, $"wamid-{reply}");
            }
        }

        transaction.Commit();
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    private void Script(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
