using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using StackExchange.Redis;

namespace ShopBot.Storage.Redis.Tests.Support;

/// <summary>One host with a cache. Hosts made from another one share its storage, as hosts over one database do.</summary>
internal sealed class CacheHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string? _connectionString;

    private CacheHost(ServiceProvider services, string? connectionString, string prefix, CountingDirectory directory) =>
        (_services, _connectionString, Prefix, Directory) = (services, connectionString, prefix, directory);

    public string Prefix { get; }

    public IServiceProvider Services => _services;

    public CountingDirectory Directory { get; }

    public HybridCache Cache => _services.GetRequiredService<HybridCache>();

    public StoreRegistry Stores => _services.GetRequiredService<StoreRegistry>();

    public ICounterStore Counters => _services.GetRequiredService<ICounterStore>();

    public RedisStatus Status => _services.GetRequiredService<RedisStatus>();

    public static CacheHost Start(string? connectionString, CacheHost? sharing = null, Action<ShopBotRedisOptions>? configure = null, Action<IServiceCollection>? add = null)
    {
        var prefix = sharing?.Prefix ?? $"test-{Guid.NewGuid():N}";
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        if (sharing is not null)
        {
            services.AddSingleton(sharing._services.GetRequiredService<IKeyStore>());
            services.AddSingleton(sharing._services.GetRequiredService<ICredentialStore>());
            services.AddSingleton(sharing._services.GetRequiredService<ITicketStore>());
        }

        services.AddShopBotInMemory();
        var inner = sharing?.Directory.Inner ?? services.BuildServiceProvider().GetRequiredService<IStoreDirectory>();
        var directory = new CountingDirectory(inner);
        services.AddSingleton<IStoreDirectory>(directory);
        services.AddWhatsAppClient();
        services.AddShopBot();
        services.AddShopBotRedis(connectionString, options =>
        {
            options.Prefix = prefix;
            // A busy machine is no fault; tests of faults set their own time-out.
            options.Timeout = TimeSpan.FromSeconds(5);
            configure?.Invoke(options);
        });
        add?.Invoke(services);
        return new CacheHost(services.BuildServiceProvider(), connectionString, prefix, directory);
    }

    /// <summary>What is in Redis under this test's prefix.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> DumpAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(_connectionString!);
        var database = connection.GetDatabase();
        var all = new Dictionary<string, byte[]>();
        await foreach (var key in connection.GetServers()[0].KeysAsync(pattern: Prefix + ":*"))
            all[key.ToString()] = await database.KeyTypeAsync(key) == RedisType.String ? (byte[])(await database.StringGetAsync(key))! : [];
        return all;
    }

    public async Task<TimeSpan?> LifetimeAsync(string key)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(_connectionString!);
        return await connection.GetDatabase().KeyTimeToLiveAsync(key);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>Counts reads of storage.</summary>
internal sealed class CountingDirectory(IStoreDirectory inner) : IStoreDirectory
{
    private int _reads;

    public IStoreDirectory Inner => inner;

    public int Reads => Volatile.Read(ref _reads);

    public ValueTask<StoreRecord?> FindAsync(StoreId id, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        return inner.FindAsync(id, cancellationToken);
    }

    public ValueTask<StoreRecord?> FindByShopDomainAsync(string shopDomain, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        return inner.FindByShopDomainAsync(shopDomain, cancellationToken);
    }

    public ValueTask<StoreRecord?> FindByPhoneNumberIdAsync(string phoneNumberId, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        return inner.FindByPhoneNumberIdAsync(phoneNumberId, cancellationToken);
    }

    public ValueTask<IReadOnlyList<StoreRecord>> FindByWabaIdAsync(string wabaId, CancellationToken cancellationToken = default) =>
        inner.FindByWabaIdAsync(wabaId, cancellationToken);

    public ValueTask<bool> HasVerifyTokenAsync(string verifyTokenHash, CancellationToken cancellationToken = default) =>
        inner.HasVerifyTokenAsync(verifyTokenHash, cancellationToken);

    public ValueTask<SaveStoreResult> SaveAsync(StoreRecord record, CancellationToken cancellationToken = default) => inner.SaveAsync(record, cancellationToken);
}
