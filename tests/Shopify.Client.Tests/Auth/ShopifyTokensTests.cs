using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shopify.Client.Auth;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Auth;

public sealed class ShopifyTokensTests : IAsyncDisposable
{
    private const string Refused401 = """{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}""";
    private const string NonExpiring403 = """{"errors":"[API] Non-expiring access tokens are no longer accepted for the Admin API. Start using expiring offline tokens"}""";
    private static readonly ShopDomain Shop = ShopDomain.Parse("demo-shop");
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Start);
    private readonly Listener _listener = new();
    private ClientFixture? _fixture;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ClientFixture Fixture => _fixture!;

    private ShopifyTokens Tokens => Fixture.Service<ShopifyTokens>();

    private IShopifyTokenStore Store => Fixture.Service<IShopifyTokenStore>();

    [Fact]
    public async Task GetAsync_ShopThatWasNeverSeen_IsNotConnected()
    {
        await StartAsync();

        var failure = await Assert.ThrowsAsync<ShopifyNotConnectedException>(async () => await Tokens.GetAsync(Shop, Token));

        Assert.Equal(ShopifyTokenState.Uninstalled, failure.State);
    }

    [Theory]
    [InlineData(54, 0)]
    [InlineData(55, 1)]
    [InlineData(61, 1)]
    public async Task GetAsync_RenewsFiveMinutesBeforeTheEnd(int minutes, int calls)
    {
        await StartAsync();
        await GrantAsync();
        Fixture.Stub.Answers(Pair(2));
        _time.Advance(TimeSpan.FromMinutes(minutes));

        var shop = await Tokens.GetAsync(Shop, Token);

        Assert.Equal(calls == 0 ? "shpat_1" : "shpat_2", shop.AccessToken);
        Assert.Equal(calls, Fixture.Stub.Requests.Count);
    }

    [Fact]
    public async Task GetAsync_ShortLivedToken_IsRenewedAtHalfItsLifeAndNotAtEveryCall()
    {
        await StartAsync();
        await GrantAsync(new AccessTokenResult { AccessToken = "shpat_1", RefreshToken = "shprt_1", ExpiresIn = TimeSpan.FromMinutes(2) });
        Fixture.Stub.Answers(Pair(2));

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("shpat_1", (await Tokens.GetAsync(Shop, Token)).AccessToken);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("shpat_2", (await Tokens.GetAsync(Shop, Token)).AccessToken);
    }

    [Fact]
    public async Task Renewal_WithoutLifeTimeOrRefreshToken_KeepsTheRecordRenewable()
    {
        await StartAsync();
        await GrantAsync();
        using var measured = new Measured("shopify.client.token.missing_expiry");
        Fixture.Stub.Answers("""{"access_token":"shpat_2"}""").Answers(Pair(3));
        _time.Advance(TimeSpan.FromMinutes(56));

        Assert.Equal("shpat_2", (await Tokens.GetAsync(Shop, Token)).AccessToken);

        var stored = (await Store.FindAsync(Shop, Token))!;
        Assert.Equal(("shprt_1", _time.GetUtcNow().AddMinutes(5), "read_products"), (stored.RefreshToken, stored.ExpiresAt, stored.Scope));
        Assert.Equal(Start.AddDays(90), stored.RefreshTokenExpiresAt);
        Assert.Equal(1, measured.Sum);
        Assert.Equal("shpat_2", (await Tokens.GetAsync(Shop, Token)).AccessToken);
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("shpat_3", (await Tokens.GetAsync(Shop, Token)).AccessToken);
    }

    [Fact]
    public async Task Renewal_SavesBothTokensAndBothEndsBeforeTheyAreUsed()
    {
        await StartAsync();
        await GrantAsync();
        Fixture.Stub.Answers(Pair(2));
        _time.Advance(TimeSpan.FromMinutes(56));

        await Tokens.GetAsync(Shop, Token);

        var stored = (await Store.FindAsync(Shop, Token))!;
        var now = _time.GetUtcNow();
        Assert.Equal(("shpat_2", "shprt_2", now.AddHours(1), now.AddDays(90)), (stored.AccessToken, stored.RefreshToken, stored.ExpiresAt, stored.RefreshTokenExpiresAt));
        Assert.Equal(Start, stored.GrantedAt);
    }

    [Fact]
    public async Task Call_Refused401_IsRepeatedOnceWithARenewedToken()
    {
        await StartAsync();
        await GrantAsync();
        var shop = await Tokens.GetAsync(Shop, Token);
        Fixture.Stub.Answers(Refused401, 401).Answers(Pair(2)).Answers(Answers.Shop).Answers(Answers.Shop);

        Assert.Equal("Demo", (await Fixture.Client.Admin(shop).GetShopAsync(Token)).Name);
        await Fixture.Client.Admin(shop).GetShopAsync(Token);

        Assert.Equal(["shpat_1", null, "shpat_2", "shpat_2"], Fixture.Stub.Requests.Select(static request => request.Header("X-Shopify-Access-Token")));
    }

    [Fact]
    public async Task Call_RefusedWithTheRenewedTokenToo_EndsThere()
    {
        await StartAsync();
        await GrantAsync();
        var shop = await Tokens.GetAsync(Shop, Token);
        Fixture.Stub.Answers(Refused401, 401).Answers(Pair(2)).Answers(Refused401, 401);

        await Assert.ThrowsAsync<ShopifyAuthenticationException>(() => Fixture.Client.Admin(shop).GetShopAsync(Token));

        Assert.Equal(3, Fixture.Stub.Requests.Count);
        Assert.Equal(ShopifyTokenState.Active, await Tokens.GetStateAsync(Shop, Token));
    }

    [Fact]
    public async Task Call_RefusedWhileAnotherProcessRenewed_TakesItsTokenWithoutARefresh()
    {
        await StartAsync();
        await GrantAsync();
        var shop = await Tokens.GetAsync(Shop, Token);
        await Store.SaveAsync((await Store.FindAsync(Shop, Token))! with { AccessToken = "shpat_other" }, Token);
        Fixture.Stub.Answers(Refused401, 401).Answers(Answers.Shop);

        await Fixture.Client.Admin(shop).GetShopAsync(Token);

        Assert.Equal(["shpat_1", "shpat_other"], Fixture.Stub.Requests.Select(static request => request.Header("X-Shopify-Access-Token")));
    }

    [Fact]
    public async Task StorefrontCall_Refused401_SaysNothingAboutTheConnection()
    {
        await StartAsync();
        await GrantAsync();
        Fixture.Stub.Answers(Refused401, 401);
        var storefront = Fixture.Client.Storefront(await Tokens.GetAsync(Shop, Token));

        await Assert.ThrowsAsync<ShopifyAuthenticationException>(() => storefront.FindVisibleProductAsync(Token));

        Assert.Equal(ShopifyTokenState.Active, await Tokens.GetStateAsync(Shop, Token));
        Assert.Single(Fixture.Stub.Requests);
    }

    [Fact]
    public async Task StorefrontCall_RefusedWhileAnotherProcessRenewed_TakesItsToken()
    {
        await StartAsync();
        await GrantAsync();
        var storefront = Fixture.Client.Storefront(await Tokens.GetAsync(Shop, Token));
        Assert.True(await Store.SaveAsync((await Store.FindAsync(Shop, Token))! with { AccessToken = "shpat_other" }, Token));
        Fixture.Stub.Answers(Refused401, 401).Answers("""{"data":{"products":{"nodes":[{"id":"gid://shopify/Product/1"}]}}}""");

        Assert.Equal("gid://shopify/Product/1", await storefront.FindVisibleProductAsync(Token));

        Assert.Equal(["shpat_1", "shpat_other"], Fixture.Stub.Requests.Select(static request => request.Header("Shopify-Storefront-Private-Token")));
    }

    [Fact]
    public async Task Call_TwentyRefusedAtOnce_RenewOnce()
    {
        await StartAsync();
        await GrantAsync();
        var shop = await Tokens.GetAsync(Shop, Token);
        Fixture.Stub.Answers(Pair(2));

        var refusal = new ShopifyAuthenticationException("refused");
        var shops = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await Tokens.ReplaceAsync(shop, refusal, Token), Token)));

        Assert.All(shops, static other => Assert.Equal("shpat_2", other.AccessToken));
        Assert.Single(Fixture.Stub.Requests);
    }

    [Fact]
    public async Task Call_RefusedBecauseTheTokenNeverExpires_ExchangesIt()
    {
        await StartAsync();
        await GrantAsync(new AccessTokenResult { AccessToken = "shpat_old" });
        var shop = await Tokens.GetAsync(Shop, Token);
        Fixture.Stub.Answers(NonExpiring403, 403).Answers(Pair(2)).Answers(Answers.Shop);

        await Fixture.Client.Admin(shop).GetShopAsync(Token);

        Assert.Equal(
            """{"client_id":"client-id","client_secret":"shpss_test_secret","grant_type":"urn:ietf:params:oauth:grant-type:token-exchange","subject_token":"shpat_old","subject_token_type":"urn:shopify:params:oauth:token-type:offline-access-token","requested_token_type":"urn:shopify:params:oauth:token-type:offline-access-token","expiring":"1"}""",
            Fixture.Stub.Requests[1].Body);
        Assert.Equal("shprt_2", (await Store.FindAsync(Shop, Token))!.RefreshToken);
    }

    [Fact]
    public async Task Call_TokenThatCannotBeRenewedIsRefused_NeedsTheMerchant()
    {
        await StartAsync();
        await GrantAsync(new AccessTokenResult { AccessToken = "shpat_static" });
        var shop = await Tokens.GetAsync(Shop, Token);
        Fixture.Stub.Answers(Refused401, 401);

        await Assert.ThrowsAsync<ShopifyNotConnectedException>(() => Fixture.Client.Admin(shop).GetShopAsync(Token));

        Assert.Equal(ShopifyTokenState.NeedsReauthorization, await Tokens.GetStateAsync(Shop, Token));
    }

    [Fact]
    public async Task Refresh_InvalidGrant_NeedsTheMerchantAndSaysSoOnce()
    {
        await StartAsync();
        await GrantAsync();
        Fixture.Stub.Answers("""{"error":"invalid_grant"}""", 400);
        _time.Advance(TimeSpan.FromMinutes(56));

        await Assert.ThrowsAsync<ShopifyNotConnectedException>(async () => await Tokens.GetAsync(Shop, Token));
        await Assert.ThrowsAsync<ShopifyNotConnectedException>(async () => await Tokens.GetAsync(Shop, Token));
        await GrantAsync();

        Assert.Single(Fixture.Stub.Requests);
        Assert.Equal(
            [(null, ShopifyTokenState.Active), (ShopifyTokenState.Active, ShopifyTokenState.NeedsReauthorization), (ShopifyTokenState.NeedsReauthorization, ShopifyTokenState.Active)],
            _listener.Changes.Select(static change => (change.From, change.To)));
    }

    [Theory]
    [InlineData("invalid_client")]
    [InlineData("something_new")]
    public async Task Refresh_RefusedForAnotherReason_KeepsTheTokens(string error)
    {
        await StartAsync();
        await GrantAsync();
        Fixture.Stub.Answers($$"""{"error":"{{error}}"}""", 400).Answers(Pair(2));
        _time.Advance(TimeSpan.FromMinutes(56));

        await Assert.ThrowsAsync<ShopifyOAuthException>(async () => await Tokens.GetAsync(Shop, Token));

        Assert.Equal("shpat_2", (await Tokens.GetAsync(Shop, Token)).AccessToken);
    }

    [Fact]
    public async Task Refresh_ServerErrors_AreRepeatedWithTheSameRefreshToken()
    {
        await StartAsync();
        await GrantAsync();
        Fixture.Stub.Answers("", 503).Answers("<html></html>").Answers(Pair(2));
        _time.Advance(TimeSpan.FromMinutes(56));

        Assert.Equal("shpat_2", (await Tokens.GetAsync(Shop, Token)).AccessToken);

        Assert.Equal(3, Fixture.Stub.Requests.Count(static request => request.Body.Contains("shprt_1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Refresh_NoAnswerAtAll_FailsAndLeavesTheClaimFree()
    {
        await StartAsync();
        await GrantAsync();
        Fixture.Stub.Answers("", 503).Answers("", 503).Answers("", 503).Answers(Pair(2));
        _time.Advance(TimeSpan.FromMinutes(61));

        await Assert.ThrowsAsync<ShopifyUnavailableException>(async () => await Tokens.GetAsync(Shop, Token));

        Assert.Equal("shpat_2", (await Tokens.GetAsync(Shop, Token)).AccessToken);
    }

    [Fact]
    public async Task Claimed_ByAnotherProcess_TheTokenIsUsedWhileItIsStillValid()
    {
        await StartAsync();
        await GrantAsync();
        _time.Advance(TimeSpan.FromMinutes(56));
        await Store.TryClaimAsync(Shop, TimeSpan.FromMinutes(1), Token);

        Assert.Equal("shpat_1", (await Tokens.GetAsync(Shop, Token)).AccessToken);
        Assert.Empty(Fixture.Stub.Requests);
    }

    [Fact]
    public async Task Grant_DuringARefresh_IsKept()
    {
        await StartAsync();
        await GrantAsync();
        Fixture.Stub.Answers(async context =>
        {
            await GrantAsync(new AccessTokenResult { AccessToken = "shpat_granted", RefreshToken = "shprt_granted", ExpiresIn = TimeSpan.FromHours(1) });
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Pair(2)), Token);
        });
        _time.Advance(TimeSpan.FromMinutes(56));

        Assert.Equal("shpat_granted", (await Tokens.GetAsync(Shop, Token)).AccessToken);
        Assert.Equal("shprt_granted", (await Store.FindAsync(Shop, Token))!.RefreshToken);
    }

    [Fact]
    public async Task Uninstall_TakesTheTokensAway_UnlessTheNoticeIsOlderThanTheGrant()
    {
        await StartAsync();
        await GrantAsync();

        Assert.False(await Tokens.UninstallAsync(Shop, Start.AddSeconds(-1), Token));
        Assert.Equal(ShopifyTokenState.Active, await Tokens.GetStateAsync(Shop, Token));
        Assert.True(await Tokens.UninstallAsync(Shop, Start.AddSeconds(1), Token));
        Assert.False(await Tokens.UninstallAsync(Shop, null, Token));

        var stored = (await Store.FindAsync(Shop, Token))!;
        Assert.Equal((ShopifyTokenState.Uninstalled, null, null), (stored.State, stored.AccessToken, stored.RefreshToken));
        await Assert.ThrowsAsync<ShopifyNotConnectedException>(async () => await Tokens.GetAsync(Shop, Token));
    }

    [Fact]
    public async Task Sweep_RenewsShopsWhoseRefreshTokenEndsWithinTwoWeeks()
    {
        await StartAsync();
        await GrantAsync();
        await GrantAsync(shop: "static-shop", granted: new AccessTokenResult { AccessToken = "shpat_static" });
        await GrantAsync(shop: "failing-shop");
        _time.Advance(TimeSpan.FromDays(40));
        await GrantAsync(shop: "fresh-shop");
        Assert.Equal(new ShopifyTokenSweep(0, 0), await Tokens.SweepAsync(Token));
        _time.Advance(TimeSpan.FromDays(37));
        Fixture.Stub.Answers(Pair(2)).Answers("""{"error":"invalid_grant"}""", 400);

        Assert.Equal(new ShopifyTokenSweep(1, 1), await Tokens.SweepAsync(Token));

        Assert.Equal(2, Fixture.Stub.Requests.Count);
        Assert.Equal(new ShopifyTokenSweep(0, 0), await Tokens.SweepAsync(Token));
    }

    [Fact]
    public async Task MigrateAll_GoesOnAfterAShopThatFails_AndMayBeginAgain()
    {
        await StartAsync();
        foreach (var name in new[] { "a-shop", "b-shop", "c-shop" })
            await GrantAsync(shop: name, granted: new AccessTokenResult { AccessToken = "shpat_" + name });
        Fixture.Stub.Answers(Pair(1)).Answers("""{"error":"invalid_subject_token"}""", 400).Answers(Pair(3));

        var first = await Tokens.MigrateAllAsync(Token).ToListAsync(Token);
        Fixture.Stub.Answers(Pair(4));
        var second = await Tokens.MigrateAllAsync(Token).ToListAsync(Token);

        Assert.Equal([true, false, true], first.Select(static migration => migration.Succeeded));
        Assert.Equal(ShopDomain.Parse("b-shop"), Assert.Single(second, static migration => migration.Succeeded).Shop);
        Assert.Equal(4, Fixture.Stub.Requests.Count);
        Assert.False(await Tokens.MigrateAsync(ShopDomain.Parse("b-shop"), Token));
    }

    [Fact]
    public async Task Metrics_SayHowRenewalsEndedAndNeverForWhom()
    {
        await StartAsync();
        await GrantAsync();
        using var measured = new Measured("shopify.client.token.refresh.duration");
        Fixture.Stub.Answers("", 503).Answers(Pair(2));
        _time.Advance(TimeSpan.FromMinutes(56));

        await Tokens.GetAsync(Shop, Token);

        Assert.Equal(["shopify.grant=refresh,shopify.outcome=unavailable", "shopify.grant=refresh,shopify.outcome=renewed"], measured.Tags);
    }

    [Fact]
    public void ToString_OfTokens_HoldsNoToken()
    {
        var token = new ShopifyToken { Shop = Shop, AccessToken = "shpat_x", RefreshToken = "shprt_x" };

        Assert.DoesNotContain("shp", token.ToString().Replace("demo-shop.myshopify", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(ShopifyTokenOptions.RefreshBefore), "01:00:00")]
    [InlineData(nameof(ShopifyTokenOptions.CacheTime), "-00:00:01")]
    [InlineData(nameof(ShopifyTokenOptions.SweepInterval), "00:00:01")]
    [InlineData(nameof(ShopifyTokenOptions.RenewIdleBefore), "89.00:00:00")]
    public void Options_OutOfRange_AreNamed(string name, string value)
    {
        var options = new ShopifyTokenOptions();
        typeof(ShopifyTokenOptions).GetProperty(name)!.SetValue(options, TimeSpan.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

        var result = new ShopifyTokenOptionsValidator().Validate(null, options);

        Assert.Contains(name, Assert.Single(result.Failures!), StringComparison.Ordinal);
        Assert.True(new ShopifyTokenOptionsValidator().Validate(null, new ShopifyTokenOptions()).Succeeded);
    }

    public async ValueTask DisposeAsync()
    {
        if (_fixture is not null)
            await _fixture.DisposeAsync();
    }

    private static string Pair(int number) =>
        $$"""{"access_token":"shpat_{{number}}","scope":"read_products","expires_in":3600,"refresh_token":"shprt_{{number}}","refresh_token_expires_in":7776000}""";

    private async Task StartAsync() =>
        _fixture = await ClientFixture.StartAsync(time: _time, more: services => services.AddSingleton<IShopifyTokenEvents>(_listener));

    private Task GrantAsync(AccessTokenResult? granted = null, string shop = "demo-shop") => Tokens.SaveGrantAsync(
        ShopDomain.Parse(shop),
        granted ?? new AccessTokenResult
        {
            AccessToken = "shpat_1",
            RefreshToken = "shprt_1",
            ExpiresIn = TimeSpan.FromHours(1),
            RefreshTokenExpiresIn = TimeSpan.FromDays(90),
            Scope = "read_products",
        },
        Token);

    private sealed class Listener : IShopifyTokenEvents
    {
        public ConcurrentQueue<ShopifyTokenStateChange> Changes { get; } = new();

        public ValueTask StateChangedAsync(ShopifyTokenStateChange change, CancellationToken cancellationToken)
        {
            Changes.Enqueue(change);
            throw new InvalidOperationException("A listener that fails must not matter.");
        }
    }

    private sealed class Measured : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<(double Value, string Tags)> _values = new();

        public Measured(string instrument)
        {
            _listener.InstrumentPublished = (found, listener) =>
            {
                if (found.Name == instrument)
                    listener.EnableMeasurementEvents(found);
            };
            _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Keep(value, tags));
            _listener.SetMeasurementEventCallback<double>((_, value, tags, _) => Keep(value, tags));
            _listener.Start();
        }

        public double Sum => _values.Sum(static value => value.Value);

        public IEnumerable<string> Tags => _values.Select(static value => value.Tags);

        public void Dispose() => _listener.Dispose();

        private void Keep(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _values.Enqueue((value, string.Join(',', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))));
    }
}
