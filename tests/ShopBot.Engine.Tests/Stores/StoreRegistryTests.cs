using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.InMemory;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Tests.Pipeline;

namespace ShopBot.Engine.Tests.Stores;

public sealed class StoreRegistryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindByPhoneNumberId_NotCached_ReadsTheStoreOnce()
    {
        await using var host = await EngineHost.StartAsync();
        var directory = new CountingDirectory(host.Services.GetRequiredService<IStoreDirectory>());
        var registry = Registry(host, directory);

        Assert.NotNull(await registry.FindByPhoneNumberIdAsync("100", Token));
        Assert.Equal(1, directory.Reads);

        Assert.NotNull(await registry.FindByPhoneNumberIdAsync("100", Token));
        Assert.Equal(1, directory.Reads);

        host.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.NotNull(await registry.FindByPhoneNumberIdAsync("100", Token));
        Assert.Equal(2, directory.Reads);
    }

    [Fact]
    public async Task FindByPhoneNumberId_OfNobody_IsAskedEachTime()
    {
        await using var host = await EngineHost.StartAsync();
        var directory = new CountingDirectory(host.Services.GetRequiredService<IStoreDirectory>());
        var registry = Registry(host, directory);

        Assert.Null(await registry.FindByPhoneNumberIdAsync("999", Token));
        Assert.Null(await registry.FindByPhoneNumberIdAsync("999", Token));
        Assert.Equal(2, directory.Reads);
    }

    private static StoreRegistry Registry(EngineHost host, IStoreDirectory directory) => new(
        directory, new InMemoryStoreCache(host.Time), host.Services.GetRequiredService<ShopifyVault>(), host.Services.GetRequiredService<DataKeys>(), host.Services.GetRequiredService<LookupHasher>(), host.Time);

    private sealed class CountingDirectory(IStoreDirectory inner) : IStoreDirectory
    {
        public int Reads { get; private set; }

        public ValueTask<StoreRecord?> FindAsync(StoreId id, CancellationToken cancellationToken = default) => Counted(inner.FindAsync(id, cancellationToken));

        public ValueTask<StoreRecord?> FindByShopDomainAsync(string shopDomain, CancellationToken cancellationToken = default) => Counted(inner.FindByShopDomainAsync(shopDomain, cancellationToken));

        public ValueTask<StoreRecord?> FindByPhoneNumberIdAsync(string phoneNumberId, CancellationToken cancellationToken = default) =>
            Counted(inner.FindByPhoneNumberIdAsync(phoneNumberId, cancellationToken));

        public ValueTask<IReadOnlyList<StoreRecord>> FindByWabaIdAsync(string wabaId, CancellationToken cancellationToken = default) => inner.FindByWabaIdAsync(wabaId, cancellationToken);

        public ValueTask<bool> HasVerifyTokenAsync(string verifyTokenHash, CancellationToken cancellationToken = default) => inner.HasVerifyTokenAsync(verifyTokenHash, cancellationToken);

        public ValueTask<SaveStoreResult> SaveAsync(StoreRecord record, CancellationToken cancellationToken = default) => inner.SaveAsync(record, cancellationToken);

        private ValueTask<StoreRecord?> Counted(ValueTask<StoreRecord?> read)
        {
            Reads++;
            return read;
        }
    }
}
