using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;

namespace ShopBot.Benchmarks.Storage;

/// <summary>The provider in this process. Nothing is ever removed from it here, so the number of calls is bounded.</summary>
[InvocationCount(4096)]
public class InMemoryStorageBenchmarks : StorageBenchmarks
{
    private ServiceProvider _services = null!;

    private protected override int WarmUp => 4_000;

    private protected override Task<(ILaneStore Lanes, IBareStorage Bare)> OpenAsync()
    {
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddShopBotInMemory().BuildServiceProvider();
        return Task.FromResult<(ILaneStore, IBareStorage)>((_services.GetRequiredService<ILaneStore>(), new BareMemory()));
    }

    private protected override async Task CloseAsync() => await _services.DisposeAsync();
}
