using Microsoft.Extensions.Logging;
using ZiggyCreatures.Caching.Fusion;

namespace ShopBot.Storage.Redis.Internal;

/// <summary>How the cache behaves unless an entry says otherwise.</summary>
internal static class CacheSettings
{
    private const float EagerShare = 0.85f;

    public static void Apply(FusionCacheOptions cache, ShopBotRedisOptions options)
    {
        var entry = cache.DefaultEntryOptions;
        entry.Duration = TimeSpan.FromSeconds(60);
        entry.EagerRefreshThreshold = EagerShare;
        entry.IsFailSafeEnabled = options.StaleTime > TimeSpan.Zero;
        entry.FailSafeMaxDuration = options.StaleTime;
        entry.FailSafeThrottleDuration = TimeSpan.FromSeconds(5);
        entry.FactorySoftTimeout = options.Patience;
        entry.DistributedCacheSoftTimeout = options.Timeout / 2;
        entry.DistributedCacheHardTimeout = options.Timeout;
        entry.AllowBackgroundDistributedCacheOperations = true;
        entry.AllowBackgroundBackplaneOperations = true;
        entry.DistributedLockTimeout = TimeSpan.FromSeconds(5);

        // How long it is remembered that everything with a tag is old: longer than anything with that tag may live.
        var tags = cache.TagsDefaultEntryOptions;
        tags.Duration = TimeSpan.FromMinutes(1);
        tags.DistributedCacheDuration = TimeSpan.FromDays(1);
        tags.DistributedCacheHardTimeout = options.Timeout;

        // Whether Redis is asked at all is decided where the connection is.
        cache.AutoRecoveryDelay = TimeSpan.FromMilliseconds(500);
        cache.EnableBestPracticesAdvisor = false;
        cache.MissingCacheKeyPrefixWarningLogLevel = LogLevel.None;

        // The connection says once that it is gone; the source of an entry logs its own failures.
        cache.DistributedCacheErrorsLogLevel = LogLevel.Debug;
        cache.DistributedCacheSyntheticTimeoutsLogLevel = LogLevel.Debug;
        cache.BackplaneErrorsLogLevel = LogLevel.Debug;
        cache.BackplaneSyntheticTimeoutsLogLevel = LogLevel.Debug;
        cache.DistributedLockerErrorsLogLevel = LogLevel.Debug;
        cache.FactorySyntheticTimeoutsLogLevel = LogLevel.Debug;
        cache.FactoryErrorsLogLevel = LogLevel.Debug;
        cache.FailSafeActivationLogLevel = LogLevel.Information;
        cache.SerializationErrorsLogLevel = LogLevel.Debug;
    }
}
