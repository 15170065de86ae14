using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Tests.Security;

public sealed class LookupHasherTests
{
    private readonly KeyShelf _keys = new();
    private readonly EphemeralDataProtectionProvider _protection = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hash_AfterARestart_IsTheSame()
    {
        var before = (await StartedAsync()).Hash("store|phone", "15550001111");

        Assert.Equal(before, (await StartedAsync()).Hash("store|phone", "15550001111"));
    }

    [Fact]
    public async Task InitializeAsync_HostsStartingAtOnce_AgreeOnOneKey()
    {
        var hashers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StartedAsync()));

        Assert.Single(hashers.Select(hasher => hasher.Hash("scope", "value")).Distinct());
    }

    [Fact]
    public async Task Hash_OtherScopeOrValue_Differs()
    {
        var hasher = await StartedAsync();
        string[] hashes =
        [
            hasher.Hash("store-1|2", "15550001111"), hasher.Hash("store-2|2", "15550001111"), hasher.Hash("store-1|1", "15550001111"),
            hasher.Hash("store-1|2", "15550001112"), hasher.Hash("store-1|2", ""),
        ];

        Assert.Distinct(hashes);
    }

    [Fact]
    public async Task Hash_OtherInstallation_Differs()
    {
        var other = new LookupHasher(new KeyShelf(), _protection);
        await other.InitializeAsync(Token);

        Assert.NotEqual((await StartedAsync()).Hash("scope", "value"), other.Hash("scope", "value"));
    }

    [Fact]
    public async Task Hash_AnyValue_HasOneLengthAndTheVersionInFront()
    {
        var hash = (await StartedAsync()).Hash("scope", new string('x', 5000));

        Assert.Equal(44, hash.Length);
        Assert.StartsWith("1", hash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InitializeAsync_StoredKey_IsWrapped()
    {
        await StartedAsync();

        var stored = Assert.Single(await _keys.GetLookupKeysAsync(Token)).Value;
        Assert.True(stored.Length > 32);
        Assert.Equal(32, _protection.CreateProtector("ShopBot.LookupKey.v1").Unprotect(stored).Length);
    }

    [Fact]
    public void Hash_BeforeTheStart_SaysSo() =>
        Assert.Throws<InvalidOperationException>(() => new LookupHasher(_keys, _protection).Hash("scope", "value"));

    private async Task<LookupHasher> StartedAsync()
    {
        var hasher = new LookupHasher(_keys, _protection);
        await hasher.InitializeAsync(Token);
        return hasher;
    }

    private sealed class KeyShelf : IKeyStore
    {
        private readonly ConcurrentDictionary<int, byte[]> _keys = new();

        public ValueTask<IReadOnlyDictionary<int, byte[]>> GetLookupKeysAsync(CancellationToken cancellationToken = default) =>
            new(_keys.ToDictionary());

        public ValueTask<byte[]> AddLookupKeyAsync(int version, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken = default) =>
            new(_keys.GetOrAdd(version, wrappedKey.ToArray()));

        public IReadOnlyList<string> LoadKeyRing() => [];

        public void AddToKeyRing(string name, string xml)
        {
        }
    }
}
