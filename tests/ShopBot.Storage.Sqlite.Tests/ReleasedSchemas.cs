using System.Reflection;
using Microsoft.Data.Sqlite;

namespace ShopBot.Storage.Sqlite.Tests;

/// <summary>The schema of every version that deployments may have, as that version made it: scripts that never change, with a few rows in them.</summary>
internal static class ReleasedSchemas
{
    private static readonly Assembly Tests = typeof(ReleasedSchemas).Assembly;

    public static IReadOnlyList<string> Names { get; } = [.. Tests.GetManifestResourceNames().Order(StringComparer.Ordinal)];

    /// <summary>Makes the file as that version left it.</summary>
    public static void Write(string name, string connectionString)
    {
        using var reader = new StreamReader(Tests.GetManifestResourceStream(name)!);
        Run(connectionString, reader.ReadToEnd());
    }

    public static void Run(string connectionString, string sql)
    {
        using var connection = new SqliteConnection($"{connectionString};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
