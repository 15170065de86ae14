using ShopBot.Engine.Storage.Transfer;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Tests.Security;

/// <summary>Rows whose caller dies at the n-th call, after what it did was committed.</summary>
internal sealed class CutRows(IStoredRows rows, int calls) : IStoredRows
{
    private int _left = calls;

    public async ValueTask<IReadOnlyList<StoreId>> ListStoresAsync(StoreId? after, int maxItems, CancellationToken cancellationToken = default) =>
        After(await rows.ListStoresAsync(after, maxItems, cancellationToken));

    public async ValueTask<IReadOnlyList<IReadOnlyList<object?>>> ReadAsync(
        StoredTable table, StoreId? store, IReadOnlyList<object?>? after, int maxRows, CancellationToken cancellationToken = default) =>
        After(await rows.ReadAsync(table, store, after, maxRows, cancellationToken));

    public async ValueTask AddAsync(StoredTable table, IReadOnlyList<IReadOnlyList<object?>> added, CancellationToken cancellationToken = default)
    {
        await rows.AddAsync(table, added, cancellationToken);
        After(true);
    }

    public async ValueTask<int> ReplaceAsync(StoredTable table, string column, IReadOnlyList<StoredChange> changes, CancellationToken cancellationToken = default) =>
        After(await rows.ReplaceAsync(table, column, changes, cancellationToken));

    public async ValueTask RehashAsync(StoreId store, IReadOnlyList<RehashedAlias> changes, CancellationToken cancellationToken = default)
    {
        await rows.RehashAsync(store, changes, cancellationToken);
        After(true);
    }

    private T After<T>(T answer) => --_left < 0 ? throw new CutException() : answer;
}

internal sealed class CutException : Exception;
