using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Tests.Security;

public sealed class LookupHasherTests
{
    private readonly KeyShelf _keys = new();
    private readonly EphemeralDataProtectionProvider _protection = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

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
        var other = new LookupHasher(new KeyShelf(), _protection, _time);
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
        Assert.Throws<InvalidOperationException>(() => new LookupHasher(_keys, _protection, _time).Hash("scope", "value"));

    [Fact]
    public async Task Hash_OfAnotherTime_IsByTheKeyOfThatTimeBeforeAndAfterTheChange()
    {
        var hasher = await StartedAsync();
        var (before, change) = (_time.GetUtcNow(), _time.GetUtcNow().AddMinutes(15));
        var old = hasher.Hash("scope", "value");
        await _keys.AddLookupKeyAsync(2, hasher.Wrap(LookupKey.New(2, change)), Token);
        await hasher.InitializeAsync(Token);

        Assert.Equal(old, hasher.Hash("scope", "value"));
        Assert.Equal([old], hasher.HashAll("scope", "value"));
        _time.SetUtcNow(change);
        var current = hasher.Hash("scope", "value");

        Assert.StartsWith("2", current, StringComparison.Ordinal);
        Assert.Equal([current, old], hasher.HashAll("scope", "value"));
        Assert.Equal(old, hasher.HashAt("scope", "value", before));
        Assert.Equal(current, hasher.HashAt("scope", "value", change));
        Assert.True(hasher.IsCurrent(current) && !hasher.IsCurrent(old));
    }

    [Fact]
    public async Task RefreshAsync_AHostAtWork_LearnsOfAnotherKeyWithinFiveMinutes()
    {
        var (first, second) = (await StartedAsync(), await StartedAsync());
        await _keys.AddLookupKeyAsync(2, first.Wrap(LookupKey.New(2, _time.GetUtcNow())), Token);

        await second.RefreshAsync(Token);
        Assert.Single(second.Keys);
        _time.Advance(LookupHasher.RefreshInterval);
        await second.RefreshAsync(Token);

        Assert.Equal([2, 1], second.Keys.Select(key => key.Version));
    }

    private async Task<LookupHasher> StartedAsync()
    {
        var hasher = new LookupHasher(_keys, _protection, _time);
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

        public ValueTask RemoveLookupKeyAsync(int version, CancellationToken cancellationToken = default)
        {
            _keys.TryRemove(version, out _);
            return ValueTask.CompletedTask;
        }

        public IReadOnlyList<string> LoadKeyRing() => [];

        public bool ReplaceInKeyRing(string before, string after) => false;

        public void AddToKeyRing(string name, string xml)
        {
        }
    }
}
