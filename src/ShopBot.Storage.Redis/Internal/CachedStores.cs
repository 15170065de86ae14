using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ZiggyCreatures.Caching.Fusion;

namespace ShopBot.Storage.Redis.Internal;

/// <summary>Store settings in the cache of all hosts. Old ones are never served past their time, whatever fails.</summary>
internal sealed class CachedStores : IStoreCache, IAsyncDisposable
{
    /// <summary>Longer than a read of storage takes.</summary>
    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(1);

    private readonly IFusionCache _cache;
    private readonly TimeProvider _time;
    private readonly FusionCacheEntryOptions _options;
    private readonly ConcurrentDictionary<string, ITimer> _again = new(StringComparer.Ordinal);

    public CachedStores(IFusionCache cache, IOptions<ShopBotRedisOptions> options, TimeProvider time)
    {
        _cache = cache;
        _time = time;
        _options = cache.DefaultEntryOptions.Duplicate(options.Value.StoreTime)
            .SetFailSafe(false)
            .SetEagerRefresh(null)
            .SetMemoryCacheDuration(options.Value.StoreTime)
            .SetDistributedCacheDuration(options.Value.SharedStoreTime);
        _options.FactorySoftTimeout = Timeout.InfiniteTimeSpan;
        // The answer is in Redis when it is given, so that a change after it finds and removes it.
        _options.AllowBackgroundDistributedCacheOperations = false;
    }

    public ValueTask<StoreSnapshot?> FindAsync(
        StoreId id, Func<CancellationToken, ValueTask<StoreSnapshot?>> read, CancellationToken cancellationToken = default) =>
        GetAsync(KeyOf(id), read, cancellationToken);

    public async ValueTask<StoreId?> FindIdAsync(
        string alias, Func<CancellationToken, ValueTask<StoreId?>> read, CancellationToken cancellationToken = default)
    {
        var id = await GetAsync(KeyOf(alias), async ct => (await read(ct).ConfigureAwait(false))?.ToString(), cancellationToken).ConfigureAwait(false);
        return id is null ? null : new StoreId(Guid.ParseExact(id, "N"));
    }

    public async ValueTask ForgetAsync(StoreId id, IReadOnlyList<string> aliases, CancellationToken cancellationToken = default)
    {
        await ForgetAsync(KeyOf(id), cancellationToken).ConfigureAwait(false);
        foreach (var alias in aliases)
            await ForgetAsync(KeyOf(alias), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var timer in _again.Values)
            await timer.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Some host may be reading the old one just now and put it into the cache afterwards, so it is forgotten once more a little later.</summary>
    private async ValueTask ForgetAsync(string key, CancellationToken cancellationToken)
    {
        await _cache.RemoveAsync(key, _options, cancellationToken).ConfigureAwait(false);
        var timer = _again.GetOrAdd(key, static (key, self) => self._time.CreateTimer(
            static state => ((Action)state!)(), (Action)(() => _ = self.ForgetAgainAsync(key)), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), this);
        timer.Change(SecondLook, Timeout.InfiniteTimeSpan);
    }

    private async Task ForgetAgainAsync(string key)
    {
        if (_again.TryRemove(key, out var timer))
            await timer.DisposeAsync().ConfigureAwait(false);
        try
        {
            await _cache.RemoveAsync(key, _options).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // The host stopped in between; what it held in memory is gone with it.
        }
    }

    private async ValueTask<T?> GetAsync<T>(string key, Func<CancellationToken, ValueTask<T?>> read, CancellationToken cancellationToken)
        where T : class =>
        await _cache.GetOrSetAsync<T?>(
            key,
            async (context, ct) =>
            {
                var found = await read(ct).ConfigureAwait(false);
                if (found is null)
                    context.Options.SetSkipMemoryCacheWrite().SetSkipDistributedCacheWrite(true, true);
                return found;
            },
            _options,
            token: cancellationToken).ConfigureAwait(false);

    private static string KeyOf(StoreId id) => $"{id}:store";

    // Which numbers and domains there are is nobody's business.
    private static string KeyOf(string alias) => "alias:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(alias)).AsSpan(0, 16));
}
