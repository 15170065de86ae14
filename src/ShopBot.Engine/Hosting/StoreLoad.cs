using System.Collections.Concurrent;
using System.Collections.Frozen;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Hosting;

/// <summary>How much of one sort of work each store has running on this host, and which have their share.</summary>
internal sealed class StoreLoad(int slots, ShopBotOptions options)
{
    private readonly ConcurrentDictionary<StoreId, int> _running = new();
    private readonly int _share = Math.Max(1, (int)Math.Ceiling(slots * options.MaxStoreShare));
    private int _total;

    public int Free => Math.Max(0, slots - Volatile.Read(ref _total));

    /// <summary>What a store may have at most when nobody gave it a weight.</summary>
    public int Share => _share;

    /// <summary>The stores that have all they may.</summary>
    public FrozenSet<StoreId> Full()
    {
        List<StoreId>? full = null;
        foreach (var (store, running) in _running)
        {
            if (running >= ShareOf(store))
                (full ??= []).Add(store);
        }

        return full is null ? FrozenSet<StoreId>.Empty : full.ToFrozenSet();
    }

    public void Begin(StoreId store)
    {
        Interlocked.Increment(ref _total);
        _running.AddOrUpdate(store, 1, static (_, running) => running + 1);
    }

    /// <returns>True when the store was full until now: more of it may be waiting.</returns>
    public bool End(StoreId store)
    {
        Interlocked.Decrement(ref _total);
        var left = _running.AddOrUpdate(store, 0, static (_, running) => running - 1);
        if (left == 0)
            _running.TryRemove(new KeyValuePair<StoreId, int>(store, 0));
        return left + 1 >= ShareOf(store);
    }

    private int ShareOf(StoreId store) =>
        options.StoreWeight is { } weight ? Math.Clamp((int)Math.Ceiling(_share * weight(store)), 1, slots) : _share;
}
