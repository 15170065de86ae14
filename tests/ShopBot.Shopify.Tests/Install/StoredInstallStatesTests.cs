using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Storage;
using ShopBot.Shopify.Tests.Support;
using Shopify.Client;
using Shopify.Client.Auth;

namespace ShopBot.Shopify.Tests.Install;

public sealed class StoredInstallStatesTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_installation_begun_on_one_host_is_finished_once_on_any(bool sqlite)
    {
        await using var cluster = new HostCluster(sqlite, "http://127.0.0.1:1", _time);
        var begun = State();
        await States(cluster.Add()).SaveAsync(begun, Token);
        var hosts = Enumerable.Range(0, 5).Select(_ => States(cluster.Add())).ToList();

        var taken = await Task.WhenAll(hosts.Select(host => Task.Run(async () => await host.TakeAsync("hash", Token), Token)));

        Assert.Equal(begun, Assert.Single(taken, static state => state is not null));
    }

    [Fact]
    public async Task An_installation_that_took_too_long_is_gone()
    {
        await using var cluster = new HostCluster(sqlite: false, "http://127.0.0.1:1", _time);
        var states = States(cluster.Add());
        await states.SaveAsync(State(), Token);

        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.Null(await states.TakeAsync("hash", Token));
    }

    [Fact]
    public async Task What_is_stored_cannot_be_read()
    {
        await using var cluster = new HostCluster(sqlite: false, "http://127.0.0.1:1", _time);
        var host = cluster.Add();
        await States(host).SaveAsync(State(), Token);

        var stored = await host.GetRequiredService<ITicketStore>().TakeAsync("shopify-install:hash", _time.GetUtcNow(), Token);

        Assert.DoesNotContain("verifier", System.Text.Encoding.UTF8.GetString(stored!.Value.Span), StringComparison.Ordinal);
    }

    private static IShopifyInstallStateStore States(IServiceProvider host) => host.GetRequiredService<IShopifyInstallStateStore>();

    private ShopifyInstallState State() => new()
    {
        StateHash = "hash",
        ShopDomain = ShopDomain.Parse("demo-shop"),
        RedirectUri = "https://app.example/cb",
        BrowserHash = "browser",
        ExpiresAt = _time.GetUtcNow() + TimeSpan.FromMinutes(10),
        CodeVerifier = "verifier",
    };
}
