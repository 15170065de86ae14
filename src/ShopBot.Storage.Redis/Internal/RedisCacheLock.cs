using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion.Locking.Distributed;

namespace ShopBot.Storage.Redis.Internal;

/// <summary>
/// Lets one host at a time fetch an entry that none has. Whoever waited finds it in the shared level then. Only a saving: without an answer
/// of Redis, or after the wait, a host fetches for itself.
/// </summary>
internal sealed class RedisCacheLock(RedisLink link, TimeProvider time) : IFusionCacheDistributedLocker
{
    private const string Release = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public async ValueTask<object?> AcquireLockAsync(
        string cacheName, string cacheInstanceId, string operationId, string key, string lockName, TimeSpan timeout, ILogger? logger, CancellationToken token)
    {
        var owned = new Owned(NameOf(key), RandomNumberGenerator.GetHexString(32, lowercase: true));
        var patience = timeout > TimeSpan.Zero && timeout < Longest ? timeout : Longest;
        var began = time.GetTimestamp();
        try
        {
            while (!await link.AskAsync(database => database.StringSetAsync(owned.Key, owned.Value, Lifetime, When.NotExists), token).ConfigureAwait(false))
            {
                if (time.GetElapsedTime(began) >= patience)
                    return null;
                await Task.Delay(Pause, time, token).ConfigureAwait(false);
            }

            return owned;
        }
        catch (RedisException)
        {
            return null;
        }
    }

    public async ValueTask ReleaseLockAsync(
        string cacheName, string cacheInstanceId, string operationId, string key, string lockName, object? lockObj, ILogger? logger, CancellationToken token)
    {
        if (lockObj is not Owned owned)
            return;
        try
        {
            await link.TellAsync(database => database.ScriptEvaluateAsync(Release, [owned.Key], [owned.Value]), token).ConfigureAwait(false);
        }
        catch (RedisException)
        {
            // It ends by itself.
        }
    }

    public object? AcquireLock(
        string cacheName, string cacheInstanceId, string operationId, string key, string lockName, TimeSpan timeout, ILogger? logger, CancellationToken token) => null;

    /// <summary>Also what was acquired without blocking is given back this way, where a fetch ends in the background.</summary>
    public void ReleaseLock(
        string cacheName, string cacheInstanceId, string operationId, string key, string lockName, object? lockObj, ILogger? logger, CancellationToken token) =>
        _ = ReleaseLockAsync(cacheName, cacheInstanceId, operationId, key, lockName, lockObj, logger, CancellationToken.None).AsTask();

    private string NameOf(string key) => KeyNames.Of(link.Prefix, key) + ":lock";

    private sealed record Owned(string Key, string Value);
}
