using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.Transfer;

/// <summary>
/// Moves everything a deployment keeps to another storage provider by way of a folder: what is encrypted stays encrypted, and its keys move with it, locked as they are. Nothing else
/// may use either database meanwhile. Both ways go on where they were cut off when they are called again. Tickets (installations that are under way) and search indexes are not moved.
/// </summary>
public sealed class StorageTransfer
{
    private readonly IStoredRows _rows;
    private readonly TimeProvider _time;

    internal StorageTransfer(IStoredRows rows, TimeProvider time)
    {
        _rows = rows;
        _time = time;
    }

    /// <summary>Writes everything into a folder and reads it back against the database.</summary>
    /// <param name="folder">Where it goes: absent, empty, or holding an export that was cut off.</param>
    /// <param name="cancellationToken">Cuts it off; what is written stays.</param>
    /// <exception cref="IOException">The folder holds a complete export, or cannot be written.</exception>
    /// <exception cref="InvalidOperationException">Something wrote to the database meanwhile.</exception>
    public async Task<TransferReport> ExportAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return Report((await new StorageExport(_rows, folder, _time).RunAsync(cancellationToken).ConfigureAwait(false)).Files, inUse: 0);
    }

    /// <summary>Puts an export into this database and reads it back against the folder.</summary>
    /// <param name="folder">A complete export.</param>
    /// <param name="cancellationToken">Cuts it off; what is stored stays.</param>
    /// <exception cref="IOException">The folder holds no complete export.</exception>
    /// <exception cref="FormatException">The export is damaged, or of a newer version.</exception>
    /// <exception cref="InvalidOperationException">The database has look-up keys of its own, because a host has used it, or does not hold afterwards what the export holds.</exception>
    public async Task<TransferReport> ImportAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var (manifest, inUse) = await new StorageImport(_rows, folder).RunAsync(cancellationToken).ConfigureAwait(false);
        return Report(manifest.Files, inUse);
    }

    private static TransferReport Report(IReadOnlyList<TransferFile> files, int inUse) => new(
        new SortedDictionary<string, long>(
            files.SelectMany(file => file.Rows).GroupBy(table => table.Key).ToDictionary(table => table.Key, table => table.Sum(rows => rows.Value)), StringComparer.Ordinal),
        files.Count(file => file.Store is { } store && store != BotConfigs.Deployment.Value),
        inUse);
}
