using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Tokens;
using Shopify.Client;

namespace ShopBot.Shopify.Tests.Tokens;

/// <summary>Hosts that share a database renew a token once, and lose none when one of them dies on the way.</summary>
public sealed class ManyHostsTests
{
    private const int Hosts = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Twenty_hosts_that_need_a_token_at_once_refresh_it_once(bool sqlite, bool frozenClock)
    {
        await using var shopify = await RotatingTokens.StartAsync();
        await using var cluster = new HostCluster(sqlite, shopify.Url, frozenClock ? new FakeTimeProvider() : TimeProvider.System);
        await cluster.InstallAsync();
        var hosts = Enumerable.Range(0, Hosts).Select(_ => cluster.Add()).ToList();

        var shops = await Task.WhenAll(hosts.SelectMany(host => Enumerable.Range(0, 5).Select(_ => Task.Run(() => cluster.AskAsync(host), Token))));

        Assert.Equal(1, shopify.Refreshes);
        Assert.All(shops, shop => Assert.Equal("shpat-1", shop.AccessToken));
        var stored = await cluster.StoredAsync();
        Assert.Equal(("shpat-1", "shprt-1"), (stored.AccessToken, stored.RefreshToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_that_dies_before_the_answer_is_followed_by_one_other(bool sqlite)
    {
        var time = new FakeTimeProvider();
        await using var shopify = await RotatingTokens.StartAsync();
        await using var cluster = new HostCluster(sqlite, shopify.Url, time);
        await cluster.InstallAsync();
        var dying = cluster.Add();
        var held = shopify.HoldNextAnswer();
        var lost = Task.Run(() => cluster.AskAsync(dying), Token);
        await held.Reached.WaitAsync(Patience, Token);

        // From here on nothing is heard of it: it neither gives its claim back nor finishes.
        var others = Enumerable.Range(0, Hosts).Select(_ => cluster.Add()).ToList();
        var waiting = others.Select(host => Task.Run(() => cluster.AskAsync(host), Token)).ToList();
        await Task.WhenAny(Task.WhenAll(waiting), Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Token));
        Assert.Equal(1, shopify.Refreshes);
        Assert.DoesNotContain(waiting, ask => ask.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(9));
        time.Advance(new ShopifyClientOptions().Timeout);

        var shops = await Task.WhenAll(waiting).WaitAsync(Patience, Token);
        Assert.Equal(2, shopify.Refreshes);
        Assert.All(shops, shop => Assert.Equal("shpat-2", shop.AccessToken));

        // It was only slow, and comes back: what the others use stays.
        held.Release();
        Assert.Equal("shpat-2", (await lost.WaitAsync(Patience, Token)).AccessToken);
        Assert.Equal("shprt-2", (await cluster.StoredAsync()).RefreshToken);
        Assert.Empty(shopify.Refused);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_that_dies_between_the_answer_and_the_save_loses_no_token(bool sqlite)
    {
        var time = new FakeTimeProvider();
        await using var shopify = await RotatingTokens.StartAsync();
        await using var cluster = new HostCluster(sqlite, shopify.Url, time);
        await cluster.InstallAsync();
        var deathbed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var dying = cluster.Add(services => DieAtSave(services, deathbed));
        _ = Task.Run(() => cluster.AskAsync(dying), Token);
        await deathbed.Task.WaitAsync(Patience, Token);
        Assert.Equal("shprt-0", (await cluster.StoredAsync()).RefreshToken);

        var others = Enumerable.Range(0, Hosts).Select(_ => cluster.Add()).ToList();
        time.Advance(TimeSpan.FromSeconds(16));
        var shops = await Task.WhenAll(others.Select(host => Task.Run(() => cluster.AskAsync(host), Token))).WaitAsync(Patience, Token);

        Assert.Equal(2, shopify.Refreshes);
        Assert.All(shops, shop => Assert.Equal("shpat-2", shop.AccessToken));
        Assert.Equal("shprt-2", (await cluster.StoredAsync()).RefreshToken);
        Assert.Empty(shopify.Refused);
    }

    [Fact]
    public async Task A_host_that_is_stopped_gives_its_claim_back()
    {
        await using var shopify = await RotatingTokens.StartAsync();
        await using var cluster = new HostCluster(sqlite: true, shopify.Url, new FakeTimeProvider());
        await cluster.InstallAsync();
        var stopping = cluster.Add();
        var held = shopify.HoldNextAnswer();
        var asked = Task.Run(() => cluster.AskAsync(stopping), Token);
        await held.Reached.WaitAsync(Patience, Token);

        stopping.GetRequiredService<global::Shopify.Client.Auth.ShopifyTokens>().Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.WaitAsync(Patience, Token));

        Assert.Equal("shpat-2", (await cluster.AskAsync(cluster.Add()).WaitAsync(Patience, Token)).AccessToken);
        Assert.Empty(shopify.Refused);
    }

    [Fact]
    public async Task A_caller_who_goes_away_does_not_end_the_refresh_of_the_others()
    {
        await using var shopify = await RotatingTokens.StartAsync();
        await using var cluster = new HostCluster(sqlite: true, shopify.Url, new FakeTimeProvider());
        await cluster.InstallAsync();
        var host = cluster.Add();
        var held = shopify.HoldNextAnswer();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var gone = host.GetRequiredService<ShopifySessions>().GetAsync(cluster.Store, leaving.Token).AsTask();
        await held.Reached.WaitAsync(Patience, Token);
        var staying = Task.Run(() => cluster.AskAsync(host), Token);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        held.Release();

        Assert.Equal("shpat-1", (await staying.WaitAsync(Patience, Token)).AccessToken);
        Assert.Equal(1, shopify.Refreshes);
    }

    private static void DieAtSave(IServiceCollection services, TaskCompletionSource deathbed)
    {
        var real = services.Last(service => service.ServiceType == typeof(ICredentialStore));
        services.RemoveAll<ICredentialStore>();
        services.AddSingleton<ICredentialStore>(provider => new DyingStore(
            (ICredentialStore)(real.ImplementationInstance ?? real.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)),
            deathbed));
    }

    /// <summary>Its process dies when it comes to save.</summary>
    private sealed class DyingStore(ICredentialStore inner, TaskCompletionSource deathbed) : ICredentialStore
    {
        public ValueTask<CredentialRecord?> FindAsync(StoreId store, string name, CancellationToken cancellationToken = default) =>
            inner.FindAsync(store, name, cancellationToken);

        public async ValueTask<bool> SaveAsync(CredentialRecord record, CancellationToken cancellationToken = default)
        {
            deathbed.TrySetResult();
            await new TaskCompletionSource().Task;
            return false;
        }

        public ValueTask<CredentialRecord?> ClaimAsync(
            StoreId store, string name, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken = default) =>
            inner.ClaimAsync(store, name, until, now, cancellationToken);

        public ValueTask<IReadOnlyList<StoreId>> FindDueAsync(
            string name, DateTimeOffset before, StoreId? after, int maxItems, CancellationToken cancellationToken = default) =>
            inner.FindDueAsync(name, before, after, maxItems, cancellationToken);
    }
}
