using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

/// <summary>What an operator does with the file while the program runs, or from a command of its own while it does not.</summary>
public sealed class SqliteMaintenance
{
    private readonly Database _database;

    internal SqliteMaintenance(Database database) => _database = database;

    /// <summary>Reads every page, index and reference. Takes some seconds per gigabyte; readers and the writer go on meanwhile.</summary>
    /// <param name="cancellationToken">Ends the wait before it begins.</param>
    /// <returns>What is wrong, in SQLite's words; empty when the file is sound.</returns>
    /// <exception cref="SqliteDamagedException">The file is too damaged to be read through.</exception>
    public ValueTask<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken = default) =>
        _database.ReadAsync<IReadOnlyList<string>>(
            sql =>
            {
                var faults = sql.Read("PRAGMA integrity_check").All(row => row.GetString(0)).Where(text => text != "ok").ToList();
                faults.AddRange(sql.Read("PRAGMA foreign_key_check").All(row => $"A row of {row.GetString(0)} refers to a row of {row.GetString(2)} that is not there."));
                return faults;
            },
            cancellationToken);

    /// <summary>Writes a copy of the database as it is at this moment, compact and complete. The program goes on meanwhile; the copy appears under its name only when it is whole.</summary>
    /// <param name="path">Where the copy goes; must not exist.</param>
    /// <param name="cancellationToken">Ends the wait before it begins.</param>
    /// <exception cref="IOException">There is a file of that name, or the copy could not be written.</exception>
    public async ValueTask BackupAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (File.Exists(path))
            throw new IOException($"The file '{path}' exists; a backup does not replace another one.");
        var growing = path + ".part";
        File.Delete(growing);
        try
        {
            await _database.ReadAsync(sql => sql.Run("VACUUM INTO ?1", growing), cancellationToken).ConfigureAwait(false);
            File.Move(growing, path);
        }
        catch (Microsoft.Data.Sqlite.SqliteException fault)
        {
            throw new IOException($"The backup could not be written: {fault.Message}", fault);
        }
        finally
        {
            File.Delete(growing);
        }
    }
}
