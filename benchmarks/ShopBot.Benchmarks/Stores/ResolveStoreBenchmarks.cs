using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Benchmarks.Engine;
using ShopBot.Benchmarks.Hosting;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Benchmarks.Stores;

/// <summary>
/// From the phone number id of a webhook to its store with credentials and cipher. Warm: the process knows it, beside a look-up in a dictionary. Cold: the cache forgot it, beside the two
/// rows read from the same SQLite file by hand.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ResolveStoreBenchmarks
{
    private static readonly string[] Aliases = [$"number:{StoreHost.Number}"];
    private StoreHost _host = null!;
    private StoreRegistry _registry = null!;
    private IStoreCache _cache = null!;
    private FrozenDictionary<string, Store> _known = null!;
    private StoreRows _rows = null!;
    private StoreId _id;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _host = await StoreHost.StartAsync(StorageKind.Sqlite, new InstantGraph(), static bot => bot.AddFlow<EchoFlow>());
        _registry = _host.Services.GetRequiredService<StoreRegistry>();
        _cache = _host.Services.GetRequiredService<IStoreCache>();
        var store = await _host.StoreAsync();
        _id = store.Id;
        _known = new Dictionary<string, Store> { [StoreHost.Number] = store }.ToFrozenDictionary(StringComparer.Ordinal);
        _rows = new StoreRows(_host.ConnectionString!, _id);
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _rows.Dispose();
        await _host.DisposeAsync();
    }

    [Benchmark(Baseline = true, Description = "dictionary look-up")]
    [BenchmarkCategory("warm")]
    public Store LookUp() => _known[StoreHost.Number];

    [Benchmark(Description = "resolve store, warm")]
    [BenchmarkCategory("warm")]
    public ValueTask<Store?> Warm() => _registry.FindByPhoneNumberIdAsync(StoreHost.Number);

    [Benchmark(Baseline = true, Description = "two rows by hand")]
    [BenchmarkCategory("cold")]
    public int Rows() => _rows.Read(StoreHost.Number);

    [Benchmark(Description = "resolve store, cold")]
    [BenchmarkCategory("cold")]
    public async Task<Store?> ColdAsync()
    {
        await _cache.ForgetAsync(_id, Aliases);
        return await _registry.FindByPhoneNumberIdAsync(StoreHost.Number);
    }
}
