namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>
/// Keeps a second process away from the database file. The system gives the lock back when the process ends, however it ends. Several
/// openers inside one process share it: SQLite's own locks order their writes, and the leases in the file are all of a living process.
/// </summary>
internal sealed class ProcessLock : IDisposable
{
    // What a process holds is a fact about the process, so this is the one place where static state is right.
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Held> Files = new(StringComparer.Ordinal);

    private readonly string _path;
    private readonly Held _held;
    private bool _disposed;

    private ProcessLock(string path, Held held) => (_path, _held) = (path, held);

    /// <exception cref="InvalidOperationException">Another process holds the file.</exception>
    public static ProcessLock Take(string databaseFile)
    {
        var path = databaseFile + ".lock";
        lock (Gate)
        {
            if (!Files.TryGetValue(path, out var held))
                Files.Add(path, held = new Held(Open(databaseFile, path)));
            held.Openers++;
            return new ProcessLock(path, held);
        }
    }

    /// <summary>True once for all openers of this process: who gets it takes over what a dead process left.</summary>
    public bool TryTakeOver()
    {
        lock (Gate)
            return !_held.TakenOver && (_held.TakenOver = true);
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (_disposed)
                return;
            _disposed = true;
            if (--_held.Openers > 0)
                return;
            Files.Remove(_path);
            _held.File.Dispose();
        }
    }

    private static FileStream Open(string databaseFile, string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (File.Exists(path))
        {
            throw new InvalidOperationException(
                $"Another process uses the database '{databaseFile}' (its lock file '{path}' is held). " +
                "SQLite storage serves one process; stop the other one or choose another file.", fault);
        }
    }

    private sealed class Held(FileStream file)
    {
        public FileStream File => file;

        public int Openers { get; set; }

        public bool TakenOver { get; set; }
    }
}
