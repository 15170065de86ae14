using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Shopify.Client.Auth;

namespace Shopify.Client.AspNetCore.Tests.Install;

public sealed class InMemoryInstallStateStoreTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_GivesAStateOnce()
    {
        var store = new InMemoryInstallStateStore(_time);
        await store.SaveAsync(State("a"), Token);

        Assert.Equal("a", (await store.TakeAsync("a", Token))?.StateHash);
        Assert.Null(await store.TakeAsync("a", Token));
        Assert.Null(await store.TakeAsync("b", Token));
    }

    [Fact]
    public async Task Save_BeyondCapacity_ForgetsTheOldest()
    {
        var store = new InMemoryInstallStateStore(_time);
        for (var number = 0; number <= InMemoryInstallStateStore.Capacity; number++)
        {
            await store.SaveAsync(State(number.ToString(CultureInfo.InvariantCulture)), Token);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Null(await store.TakeAsync("0", Token));
        Assert.NotNull(await store.TakeAsync("1", Token));
    }

    private ShopifyInstallState State(string hash) => new()
    {
        StateHash = hash,
        ShopDomain = ShopDomain.Parse("demo-shop"),
        RedirectUri = "https://app.example/cb",
        BrowserHash = "b",
        ExpiresAt = _time.GetUtcNow() + TimeSpan.FromMinutes(10),
    };
}
