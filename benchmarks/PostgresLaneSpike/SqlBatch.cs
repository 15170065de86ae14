using Npgsql;

namespace PostgresLaneSpike;

/// <summary>Statements that travel together: one round trip, and one transaction of its own when none is open.</summary>
internal sealed class SqlBatch(NpgsqlConnection connection)
{
    private static readonly Action<NpgsqlDataReader> Skip = static _ => { };
    private readonly NpgsqlBatch _batch = connection.CreateBatch();
    private readonly List<Action<NpgsqlDataReader>> _readers = [];

    /// <summary>Adds a statement that answers no rows.</summary>
    public void Add(string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        _batch.BatchCommands.Add(command);
    }

    /// <summary>Adds a statement and what to do with each of its rows.</summary>
    public void Query(string sql, Action<NpgsqlDataReader> row, params object?[] values)
    {
        Add(sql, values);
        _readers.Add(row);
    }

    /// <summary>Locks the lanes in key order: the first statement of whatever changes lanes.</summary>
    public void LockLanes(LaneColumns lanes) => Query(
        """
        select 1 from unnest($1, $2, $3) as k (store, channel, customer) join lanes l using (store, channel, customer)
        order by l.store, l.channel, l.customer for update of l
        """,
        Skip, lanes.Stores, lanes.Channels, lanes.Customers);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var batch = _batch;
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var row in _readers)
        {
            while (await reader.ReadAsync(cancellationToken))
                row(reader);
            await reader.NextResultAsync(cancellationToken);
        }
    }
}
