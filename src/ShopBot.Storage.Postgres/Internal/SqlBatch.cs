using Npgsql;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>Statements that travel together: one round trip, and one transaction of its own when none is open. Each sees what those before it waited for.</summary>
internal sealed class SqlBatch(NpgsqlConnection connection)
{
    private readonly NpgsqlBatch _batch = connection.CreateBatch();
    private readonly List<Action<NpgsqlDataReader>> _readers = [];

    /// <summary>Adds a statement that answers no rows.</summary>
    public void Add(string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value);
        _batch.BatchCommands.Add(command);
    }

    /// <summary>Adds a statement and what to do with each of its rows.</summary>
    public void Query(string sql, Action<NpgsqlDataReader> row, params ReadOnlySpan<NpgsqlParameter> values)
    {
        Add(sql, values);
        _readers.Add(row);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var batch = _batch.ConfigureAwait(false);
        if (_batch.BatchCommands.Count == 0)
            return;
        var reader = await _batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        foreach (var row in _readers)
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                row(reader);
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>As <see cref="RunAsync"/>, for interfaces that cannot wait asynchronously.</summary>
    public void Run()
    {
        using var batch = _batch;
        using var reader = _batch.ExecuteReader();
        foreach (var row in _readers)
        {
            while (reader.Read())
                row(reader);
            reader.NextResult();
        }
    }
}
