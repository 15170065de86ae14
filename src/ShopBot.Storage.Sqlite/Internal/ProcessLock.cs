namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Keeps a second process away from the database file. The system gives the lock back when the process ends, however it ends.</summary>
internal sealed class ProcessLock : IDisposable
{
    private readonly FileStream _file;

    private ProcessLock(FileStream file) => _file = file;

    /// <exception cref="InvalidOperationException">Another process holds the file.</exception>
    public static ProcessLock Take(string databaseFile)
    {
        var path = databaseFile + ".lock";
        try
        {
            return new ProcessLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (File.Exists(path))
        {
            throw new InvalidOperationException(
                $"Another process uses the database '{databaseFile}' (its lock file '{path}' is held). " +
                "SQLite storage serves one process; stop the other one or choose another file.", fault);
        }
    }

    public void Dispose() => _file.Dispose();
}
