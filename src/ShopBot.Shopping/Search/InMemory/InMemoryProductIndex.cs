using System.Runtime.InteropServices;
using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Search;

/// <summary>The index in this process's memory.</summary>
internal sealed class InMemoryProductIndex : IProductIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<StoreId, Shelf> _shelves = [];

    public ValueTask<IReadOnlyList<ProductHit>> FindAsync(StoreId store, IndexQuery query, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return ValueTask.FromResult<IReadOnlyList<ProductHit>>(Of(store) is { } shelf ? [.. shelf.Find(query)] : []);
    }

    public ValueTask<IReadOnlyList<string>> FindWordsAsync(StoreId store, string word, int count, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return ValueTask.FromResult<IReadOnlyList<string>>(Of(store) is { } shelf ? [.. shelf.Like(word).Take(count)] : []);
    }

    public ValueTask PutAsync(StoreId store, IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        lock (_gate)
        {
            foreach (var entry in entries)
                Make(store).Put(entry);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(StoreId store, IReadOnlyList<string> productIds, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(productIds);
        lock (_gate)
        {
            foreach (var id in productIds)
                Make(store).Remove(id, at);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<int> CompleteAsync(StoreId store, DateTimeOffset began, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            var shelf = Make(store);
            shelf.FilledAt = at;
            return ValueTask.FromResult(shelf.ForgetUnseen(began));
        }
    }

    public ValueTask<IndexState> GetStateAsync(StoreId store, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return ValueTask.FromResult(new IndexState(Of(store)?.FilledAt));
    }

    public void Forget(StoreId store)
    {
        lock (_gate)
            _shelves.Remove(store);
    }

    private Shelf? Of(StoreId store) => _shelves.GetValueOrDefault(store);

    private Shelf Make(StoreId store) => CollectionsMarshal.GetValueRefOrAddDefault(_shelves, store, out _) ??= new Shelf();
}
