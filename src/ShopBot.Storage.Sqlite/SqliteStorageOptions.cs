namespace ShopBot.Storage.Sqlite;

/// <summary>Where the database is.</summary>
public sealed class SqliteStorageOptions
{
    /// <summary>
    /// Connection string in the form of <see href="https://learn.microsoft.com/dotnet/standard/data/sqlite/connection-strings">Microsoft.Data.Sqlite</see>;
    /// default <c>Data Source=shopbot.db</c>. The file is created when absent and belongs to one process at a time (which may open it several times).
    /// <c>Data Source=:memory:</c> keeps everything in memory until the process ends.
    /// </summary>
    public string ConnectionString { get; set; } = "Data Source=shopbot.db";
}
