using System.Buffers;
using System.Text.Json;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.Transfer;

/// <summary>Writes a file per store. A file that is there is whole; one that grows has another name, and goes on behind its last whole line.</summary>
internal sealed class StorageExport(IStoredRows rows, string folder, TimeProvider time)
{
    public async Task<TransferManifest> RunAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var manifestPath = Path.Combine(folder, TransferManifest.FileName);
        if (File.Exists(manifestPath))
            throw new IOException($"'{folder}' holds a complete export; choose another folder.");

        var files = new List<TransferFile>();
        StoreId? last = null;
        while (await rows.ListStoresAsync(last, TransferFiles.PageSize, cancellationToken).ConfigureAwait(false) is { Count: > 0 } stores)
        {
            foreach (var store in stores)
                files.Add(await ExportAsync(store, cancellationToken).ConfigureAwait(false));
            last = stores[^1];
        }

        // What belongs to the deployment and stands where a store's rows stand.
        files.Add(await ExportAsync(BotConfigs.Deployment, cancellationToken).ConfigureAwait(false));
        files.Insert(0, await ExportAsync(null, cancellationToken).ConfigureAwait(false));
        var manifest = new TransferManifest(TransferManifest.CurrentFormat, time.GetUtcNow(), files);
        await File.WriteAllBytesAsync(manifestPath + ".part", JsonSerializer.SerializeToUtf8Bytes(manifest, TransferJson.Default.TransferManifest), cancellationToken).ConfigureAwait(false);
        File.Move(manifestPath + ".part", manifestPath);
        return manifest;
    }

    private async Task<TransferFile> ExportAsync(StoreId? store, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, TransferFiles.NameOf(store));
        if (!File.Exists(path))
        {
            await WriteAsync(path + ".part", store, cancellationToken).ConfigureAwait(false);
            File.Move(path + ".part", path);
        }

        var found = await TransferFiles.SummarizeAsync(rows, store, cancellationToken).ConfigureAwait(false);
        if (await TransferFiles.HashAsync(path, cancellationToken).ConfigureAwait(false) == found.Sha256)
            return found;
        File.Delete(path);
        throw new InvalidOperationException("Something wrote to the database while it was exported. Stop every host and run the export again; what is done need not be done again.");
    }

    private async Task WriteAsync(string path, StoreId? store, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        await using var _ = file.ConfigureAwait(false);
        var (table, row) = await ContinueAsync(file, cancellationToken).ConfigureAwait(false);
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var next in TransferFiles.TablesOf(store).SkipWhile(known => table is not null && known != table))
        {
            await foreach (var page in TransferFiles.PagesAsync(rows, next, store, next == table ? row : null, cancellationToken).ConfigureAwait(false))
            {
                buffer.ResetWrittenCount();
                foreach (var found in page)
                    StoredLine.Write(buffer, next, found);
                await file.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
            }
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>Cuts a half-written line off; answers the last whole one.</summary>
    private static async Task<(StoredTable? Table, object?[]? Row)> ContinueAsync(FileStream file, CancellationToken cancellationToken)
    {
        (long End, StoredTable? Table, object?[]? Row) last = default;
        await foreach (var line in TransferFiles.LinesAsync(file, cancellationToken).ConfigureAwait(false))
            last = line;
        file.SetLength(last.End);
        file.Position = last.End;
        return (last.Table, last.Row);
    }
}
