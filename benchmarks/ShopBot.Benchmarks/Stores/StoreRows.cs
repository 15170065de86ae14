using Microsoft.Data.Sqlite;
using ShopBot.Engine.Stores;

namespace ShopBot.Benchmarks.Stores;

/// <summary>The row of a store and that of its Shopify tokens, read with prepared commands on one open connection.</summary>
internal sealed class StoreRows : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _store;
    private readonly SqliteCommand _tokens;

    public StoreRows(string connectionString, StoreId id)
    {
        _connection = new SqliteConnection($"{connectionString};Pooling=False");
        _connection.Open();
        _store = _connection.CreateCommand();
        _store.CommandText = "SELECT * FROM stores WHERE phone_number_id = ?1 AND whatsapp_enabled = 1";
        _store.Parameters.Add(new SqliteParameter { ParameterName = "?1" });
        _tokens = _connection.CreateCommand();
        _tokens.CommandText = "SELECT * FROM credentials WHERE store_id = ?1 AND name = 'shopify'";
        _tokens.Parameters.Add(new SqliteParameter { ParameterName = "?1", Value = id.Value.ToByteArray(bigEndian: true) });
    }

    /// <returns>How many columns have a value.</returns>
    public int Read(string phoneNumberId)
    {
        _store.Parameters[0].Value = phoneNumberId;
        return Read(_store) + Read(_tokens);
    }

    public void Dispose()
    {
        _store.Dispose();
        _tokens.Dispose();
        _connection.Dispose();
    }

    private static int Read(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        if (!row.Read())
            throw new InvalidOperationException("The row is missing.");
        var values = 0;
        for (var column = 0; column < row.FieldCount; column++)
            values += row.GetValue(column) is DBNull ? 0 : 1;
        return values;
    }
}
