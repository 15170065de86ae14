using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.Transfer;

/// <summary>What both ways need: rows of a file, rows of a database, and whether they are the same.</summary>
internal static class TransferFiles
{
    /// <summary>Rows that are read and written together.</summary>
    public const int PageSize = 500;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file of the deployment's own tables, and that of a store.</summary>
    public static string NameOf(StoreId? store) => store is { } known ? $"store-{known.Value:N}.jsonl" : "keys.jsonl";

    public static IReadOnlyList<StoredTable> TablesOf(StoreId? store) => store is null ? StoredTable.OfDeployment : StoredTable.OfStore;

    /// <summary>The pages of a table, after a row.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<IReadOnlyList<object?>>> PagesAsync(
        IStoredRows rows, StoredTable table, StoreId? store, IReadOnlyList<object?>? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await rows.ReadAsync(table, store, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count > 0)
                yield return page;
            if (page.Count < PageSize)
                yield break;
            after = page[^1];
        }
    }

    /// <summary>The rows of a file with the place where each line ends. A last line that was cut off is left out.</summary>
    public static async IAsyncEnumerable<(long End, StoredTable Table, object?[] Row)> LinesAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        var end = 0L;
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            var bytes = Strict.GetBytes(line);
            end += bytes.Length + 1;
            if (end > file.Length)
                yield break;
            var (table, row) = StoredLine.Read(bytes);
            yield return (end, table, row);
        }
    }

    /// <summary>What the file of a store (or of the deployment) would be if it were written now.</summary>
    public static async Task<TransferFile> SummarizeAsync(IStoredRows rows, StoreId? store, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var table in TablesOf(store))
        {
            var count = 0L;
            await foreach (var page in PagesAsync(rows, table, store, null, cancellationToken).ConfigureAwait(false))
            {
                count += page.Count;
                foreach (var row in page)
                {
                    buffer.ResetWrittenCount();
                    StoredLine.Write(buffer, table, row);
                    hash.AppendData(buffer.WrittenSpan);
                }
            }

            counts[table.Name] = count;
        }

        return new TransferFile(NameOf(store), store?.Value, Convert.ToHexStringLower(hash.GetHashAndReset()), counts);
    }

    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        var file = File.OpenRead(path);
        await using var _ = file.ConfigureAwait(false);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
    }
}
