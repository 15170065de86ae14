using System.Data;
using Microsoft.Data.Sqlite;

namespace ShopBot.Storage.Sqlite.Tests;

/// <summary>A database file in a folder of its own that goes away with it.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shopbot-sqlite-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "test.db");

    public string ConnectionString => $"Data Source={Path}";

    /// <summary>Asks the file from outside the provider. The connection closes with the reader.</summary>
    public async Task<SqliteDataReader> QueryAsync(string sql, params object[] values)
    {
        var connection = new SqliteConnection($"{ConnectionString};Pooling=False");
        await connection.OpenAsync();
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i]);

        return await command.ExecuteReaderAsync(CommandBehavior.CloseConnection);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
