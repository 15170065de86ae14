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

    /// <summary>
    /// Whether the pages of the file are read through before it is used, so that a damaged one is refused instead of made worse. Default true;
    /// it takes about a second per gigabyte.
    /// </summary>
    public bool CheckAtStart { get; set; } = true;
}
