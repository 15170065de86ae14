using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Storage;
using ShopBot.Storage.Redis;
using ShopBot.Storage.Redis.Internal;
using ZiggyCreatures.Caching.Fusion;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the cache and the shared limits.</summary>
public static class RedisServiceCollectionExtensions
{
    /// <summary>
    /// Adds the cache behind <c>HybridCache</c> and the store settings: in this process, and with a connection string also in Redis, where all hosts find it and
    /// hear of changes; then the limits of WhatsApp numbers and of Shopify's query cost are counted over all hosts too. While Redis does not
    /// answer, everything goes on without it.
    /// </summary>
    /// <param name="services">The host's services. The engine (<c>AddShopBot</c>) may be added before or after.</param>
    /// <param name="connectionString">Address and options of Redis; null or empty for none.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddShopBotRedis(
        this IServiceCollection services, string? connectionString, Action<ShopBotRedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<ShopBotRedisOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.PostConfigure<ShopBotRedisOptions>(o => o.ConnectionString = connectionString);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ShopBotRedisOptions>, RedisOptionsValidator>());
        if (services.Any(service => service.ServiceType == typeof(RedisStatus)))
            return services;

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CacheMemory>();
        services.AddSingleton(CachedType.Of(CacheJson.Default.StoreSnapshot));
        services.AddSingleton(CachedType.Of(CacheJson.Default.String));
        services.AddSingleton(CachedType.Of(CacheJson.Default.Int64));
        var isShared = !string.IsNullOrWhiteSpace(connectionString);
        AddCache(services, isShared);
        services.Replace(ServiceDescriptor.Singleton<IStoreCache, CachedStores>());
        if (isShared)
        {
            services.AddSingleton<RedisLink>();
            services.AddSingleton<UntoldChanges>();
            services.Replace(ServiceDescriptor.Singleton<ICounterStore, RedisCounterStore>());
        }

        services.AddSingleton(provider => new RedisStatus(provider.GetService<RedisLink>()));
        return services;
    }

    private static void AddCache(IServiceCollection services, bool isShared)
    {
        services.AddOptions<FusionCacheOptions>().Configure<IOptions<ShopBotRedisOptions>>((cache, options) => CacheSettings.Apply(cache, options.Value));
        // Every look into the cache is an information to it.
        services.AddLogging(static logging => logging.AddFilter("ZiggyCreatures.Caching.Fusion", LogLevel.Warning));
        var builder = services.AddFusionCache()
            .WithMemoryCache(provider => provider.GetRequiredService<CacheMemory>().Cache)
            .AsHybridCache();
        if (!isShared)
            return;
        builder
            .WithSerializer(provider => new CacheSerializer(provider.GetServices<CachedType>()))
            .WithDistributedCache(provider => new RedisCacheLevel(
                provider.GetRequiredService<RedisLink>(), provider.GetRequiredService<UntoldChanges>(), provider.GetRequiredService<IDataProtectionProvider>()))
            .WithBackplane(provider => new RedisBackplane(
                provider.GetRequiredService<RedisLink>(), provider.GetRequiredService<CacheMemory>(), provider.GetRequiredService<UntoldChanges>()))
            .WithDistributedLocker(provider => new RedisCacheLock(provider.GetRequiredService<RedisLink>(), provider.GetRequiredService<TimeProvider>()));
    }
}
