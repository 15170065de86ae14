using System.Text.Json;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.Transfer;

/// <summary>Reads the files into a database. What is there already stays, so a second run does only what the first did not; a store's own row comes last and says that all of it is there.</summary>
internal sealed class StorageImport(IStoredRows rows, string folder)
{
    public async Task<(TransferManifest Manifest, int InUse)> RunAsync(CancellationToken cancellationToken)
    {
        var manifest = await ReadManifestAsync(cancellationToken).ConfigureAwait(false);
        // All of it is read through first: a damaged export leaves nothing half done.
        foreach (var file in manifest.Files)
        {
            if (await TransferFiles.HashAsync(PathOf(file), cancellationToken).ConfigureAwait(false) != file.Sha256)
                throw new FormatException($"'{file.Name}' is not what was exported.");
        }

        var inUse = 0;
        foreach (var file in manifest.Files)
            inUse += await ImportAsync(file, cancellationToken).ConfigureAwait(false) ? 0 : 1;
        return (manifest, inUse);
    }

    private async Task<TransferManifest> ReadManifestAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, TransferManifest.FileName);
        if (!File.Exists(path))
            throw new IOException($"'{folder}' holds no complete export: run the export again, it goes on where it was.");
        try
        {
            var manifest = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), TransferJson.Default.TransferManifest);
            return manifest is { Format: TransferManifest.CurrentFormat, Files: not null } && manifest.Files.All(file => Path.GetFileName(file.Name) == file.Name)
                ? manifest
                : throw new FormatException("The export was written by a newer version.");
        }
        catch (JsonException fault)
        {
            throw new FormatException("The manifest of the export is damaged.", fault);
        }
    }

    /// <returns>False: the store was there and is at work, so that it is left alone.</returns>
    private async Task<bool> ImportAsync(TransferFile file, CancellationToken cancellationToken)
    {
        StoreId? store = file.Store is { } id ? new StoreId(id) : null;
        var isThere = store is not null && (await rows.ReadAsync(StoredTable.Stores, store, null, 1, cancellationToken).ConfigureAwait(false)).Count > 0;
        if (!isThere)
            await AddAsync(file, cancellationToken).ConfigureAwait(false);

        // Of the deployment's keys there may be more than were moved; a store has exactly its rows.
        var found = store is null ? null : await TransferFiles.SummarizeAsync(rows, store, cancellationToken).ConfigureAwait(false);
        if (found is null || found.Sha256 == file.Sha256)
            return true;
        if (isThere)
            return false;
        var differing = found.Rows.Where(table => file.Rows.GetValueOrDefault(table.Key) != table.Value).Select(table => $"{table.Key}: {table.Value} of {file.Rows.GetValueOrDefault(table.Key)}");
        throw new InvalidOperationException($"The database does not hold what '{file.Name}' holds ({string.Join(", ", differing.DefaultIfEmpty("a row differs"))}). Has something else written to it?");
    }

    private async Task AddAsync(TransferFile file, CancellationToken cancellationToken)
    {
        var stream = File.OpenRead(PathOf(file));
        await using var _ = stream.ConfigureAwait(false);
        var page = new List<IReadOnlyList<object?>>(TransferFiles.PageSize);
        StoredTable? table = null;
        await foreach (var (_, next, row) in TransferFiles.LinesAsync(stream, cancellationToken).ConfigureAwait(false))
        {
            if (table is not null && (next != table || page.Count == TransferFiles.PageSize))
                await FlushAsync(table, page, cancellationToken).ConfigureAwait(false);
            table = next;
            page.Add(row);
        }

        if (table is not null)
            await FlushAsync(table, page, cancellationToken).ConfigureAwait(false);
    }

    private async Task FlushAsync(StoredTable table, List<IReadOnlyList<object?>> page, CancellationToken cancellationToken)
    {
        if (table == StoredTable.LookupKeys)
            await CheckLookupKeysAsync(page, cancellationToken).ConfigureAwait(false);
        await rows.AddAsync(table, page, cancellationToken).ConfigureAwait(false);
        page.Clear();
    }

    // With another key of that version nobody who was moved would be recognised.
    private async Task CheckLookupKeysAsync(List<IReadOnlyList<object?>> page, CancellationToken cancellationToken)
    {
        var known = await rows.ReadAsync(StoredTable.LookupKeys, null, null, TransferFiles.PageSize, cancellationToken).ConfigureAwait(false);
        if (known.Any(key => !page.Any(moved => moved[0]!.Equals(key[0]) && ((byte[])moved[1]!).AsSpan().SequenceEqual((byte[])key[1]!))))
            throw new InvalidOperationException("The database has look-up keys of its own: a host has used it. Import into an empty one.");
    }

    private string PathOf(TransferFile file) => Path.Combine(folder, file.Name);
}
