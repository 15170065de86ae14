using System.Collections.Concurrent;
using ShopBot.Engine.Stores;

namespace ShopBot.Assistant;

/// <summary>What each store has used today on this host.</summary>
internal sealed class TokenBudget(long perDay, TimeProvider time)
{
    private readonly ConcurrentDictionary<StoreId, (DateOnly Day, long Used)> _used = new();

    public bool HasLeft(StoreId store) => perDay > 0 && (!_used.TryGetValue(store, out var used) || used.Day != Today || used.Used < perDay);

    public void Use(StoreId store, long tokens) =>
        _used.AddOrUpdate(store, _ => (Today, tokens), (_, used) => used.Day == Today ? (used.Day, used.Used + tokens) : (Today, tokens));

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
