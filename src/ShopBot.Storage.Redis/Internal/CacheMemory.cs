using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace ShopBot.Storage.Redis.Internal;

/// <summary>The in-process level of the cache.</summary>
internal sealed class CacheMemory : IDisposable
{
    private readonly MemoryCache _cache = new(Options.Create(new MemoryCacheOptions()));

    public IMemoryCache Cache => _cache;

    /// <summary>Forgets what another host may have changed; what this host could not tell the others yet, and which tags are old, it still has to say.</summary>
    /// <param name="isUntold">Entries to keep.</param>
    public void Forget(Func<string, bool> isUntold)
    {
        foreach (var key in _cache.Keys)
        {
            if (key is string name && !name.StartsWith(KeyNames.TagMark, StringComparison.Ordinal) && !isUntold(name))
                _cache.Remove(key);
        }
    }

    public void Dispose() => _cache.Dispose();
}
