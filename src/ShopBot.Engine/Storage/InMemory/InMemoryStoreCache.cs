using System.Collections.Concurrent;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.InMemory;

/// <summary>The default: this process only, five seconds.</summary>
internal sealed class InMemoryStoreCache(TimeProvider time) : IStoreCache
{
    /// <summary>How long another host's change may go unseen.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<StoreId, (DateTimeOffset Until, StoreSnapshot Snapshot)> _stores = new();
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, StoreId Id)> _ids = new(StringComparer.Ordinal);

    public async ValueTask<StoreSnapshot?> FindAsync(
        StoreId id, Func<CancellationToken, ValueTask<StoreSnapshot?>> read, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (_stores.TryGetValue(id, out var known) && known.Until > now)
            return known.Snapshot;
        var snapshot = await read(cancellationToken).ConfigureAwait(false);
        if (snapshot is not null)
            _stores[id] = (now + Lifetime, snapshot);
        return snapshot;
    }

    public async ValueTask<StoreId?> FindIdAsync(
        string alias, Func<CancellationToken, ValueTask<StoreId?>> read, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (_ids.TryGetValue(alias, out var known) && known.Until > now)
            return known.Id;
        var id = await read(cancellationToken).ConfigureAwait(false);
        if (id is { } found)
            _ids[alias] = (now + Lifetime, found);
        return id;
    }

    public ValueTask ForgetAsync(StoreId id, IReadOnlyList<string> aliases, CancellationToken cancellationToken = default)
    {
        _stores.TryRemove(id, out _);
        foreach (var alias in aliases)
            _ids.TryRemove(alias, out _);
        return ValueTask.CompletedTask;
    }
}
