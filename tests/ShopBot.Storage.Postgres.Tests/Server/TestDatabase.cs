using Microsoft.Extensions.Options;
using Npgsql;

namespace ShopBot.Storage.Postgres.Tests.Server;

/// <summary>A database of the test server.</summary>
internal sealed class TestDatabase
{
    private const string RemoveAllRows =
        """
        do $$ declare t text; begin
          for t in select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'shopbot' and c.relkind in ('r', 'p') and not c.relispartition and c.relname not in ('schema_version', 'customers') loop
            execute 'delete from ' || t;
          end loop;
          if to_regclass('shopbot.customers') is not null then
            delete from shopbot.customers;
          end if;
        end $$
        """;

    private readonly Internal.Database?[] _hosts = new Internal.Database?[2];
    private NpgsqlConnection? _cleaner;

    private TestDatabase(string name, string script) => (Name, Script) = (name, script);

    public string Name { get; }

    /// <summary>What was in it before the provider came.</summary>
    public string Script { get; }

    /// <summary>For the provider under test.</summary>
    public string ConnectionString => $"{TestServer.Server.Address};Database={Name};Maximum Pool Size=12;Minimum Pool Size=0;Connection Idle Lifetime=2;Connection Pruning Interval=1";

    /// <summary>For a look from outside.</summary>
    public string PlainConnectionString => $"{TestServer.Server.Address};Database={Name};Pooling=false";

    /// <summary>The connections of a host, kept from test to test: opening them, and planning every statement anew, would take most of the time.</summary>
    public Internal.Database Host(int number) => _hosts[number] ??= new Internal.Database(
        Options.Create(new PostgresStorageOptions { ConnectionString = ConnectionString }), TimeProvider.System);

    public void Close()
    {
        _cleaner?.Dispose();
        _cleaner = null;
        foreach (var host in _hosts)
            host?.Dispose();
    }

    public static TestDatabase Create(string name, string script)
    {
        Run($"{TestServer.Server.Address};Database=postgres;Pooling=false", $"create database {name}");
        var database = new TestDatabase(name, script);
        if (script.Length > 0)
            Run(database.PlainConnectionString, script);
        return database;
    }

    public void Run(string sql) => Run(PlainConnectionString, sql);

    /// <summary>Asks from outside the provider.</summary>
    public async Task<List<object?[]>> QueryAsync(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection($"{TestServer.Server.Address};Database={Name};Maximum Pool Size=2;Minimum Pool Size=0");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    /// <summary>Removes all rows. Deleting some is much quicker than truncating forty tables, on a connection that knows the tables already.</summary>
    public void Empty()
    {
        if (_cleaner is null)
            (_cleaner = new NpgsqlConnection(PlainConnectionString)).Open();
        using var command = new NpgsqlCommand(RemoveAllRows, _cleaner);
        command.ExecuteNonQuery();
    }

    public void Drop()
    {
        Close();
        NpgsqlConnection.ClearAllPools();
        Run($"{TestServer.Server.Address};Database=postgres;Pooling=false", $"drop database if exists {Name} with (force)");
    }

    private static void Run(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
