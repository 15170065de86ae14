using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace ShopBot.Storage.Redis.Internal;

/// <summary>
/// The shared level of the cache. What goes out is encrypted under the key ring that all hosts share and bound to its key; what does not open is as
/// good as not there.
/// </summary>
internal sealed class RedisCacheLevel(RedisLink link, UntoldChanges untold, IDataProtectionProvider protection) : IDistributedCache
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private readonly IDataProtector _protector = protection.CreateProtector("ShopBot.Redis.v1");

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        if (untold.Contains(KeyNames.EntryOf(key)))
            return null;
        var name = KeyNames.Of(link.Prefix, key);
        byte[]? stored = await link.AskAsync(database => database.StringGetAsync(name), token).ConfigureAwait(false);
        return stored is null ? null : Open(name, stored);
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        var name = KeyNames.Of(link.Prefix, key);
        var lifetime = options.AbsoluteExpirationRelativeToNow ?? Longest;
        if (options.AbsoluteExpiration is { } end)
            lifetime = end - TimeProvider.System.GetUtcNow();
        if (lifetime > Longest)
            lifetime = Longest;
        if (lifetime <= TimeSpan.Zero)
            return;
        var sealedValue = _protector.CreateProtector(name).Protect(value);
        await ChangeAsync(key, database => database.StringSetAsync(name, sealedValue, lifetime), token).ConfigureAwait(false);
    }

    public Task RemoveAsync(string key, CancellationToken token = default) =>
        ChangeAsync(key, database => database.KeyDeleteAsync(KeyNames.Of(link.Prefix, key)), token);

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public byte[]? Get(string key) => throw NotBlocking();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw NotBlocking();

    public void Remove(string key) => throw NotBlocking();

    public void Refresh(string key)
    {
    }

    private async Task ChangeAsync(string key, Func<IDatabase, Task<bool>> command, CancellationToken token)
    {
        var entry = KeyNames.EntryOf(key);
        try
        {
            await link.TellAsync(command, token).ConfigureAwait(false);
            untold.Remove(entry);
        }
        catch
        {
            untold.Add(entry);
            throw;
        }
    }

    private byte[]? Open(string name, byte[] stored)
    {
        try
        {
            return _protector.CreateProtector(name).Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static NotSupportedException NotBlocking() => new("The shared cache is asked without blocking a thread: use the asynchronous methods.");
}
