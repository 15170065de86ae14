using System.Text;
using System.Text.Json.Nodes;
using ReferenceHost.Tests.Webhooks;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Servers;
using ShopBot.TestSupport.Stubs;
using ShopBot.TestSupport.Waiting;
using ShopBot.TestSupport.Webhooks;
using StackExchange.Redis;

namespace ReferenceHost.Tests.Operations;

/// <summary>A host with Redis, through an installation and a conversation; then Redis dies, and comes back.</summary>
public sealed class RedisHostTests : IAsyncLifetime
{
    private const string Person = "4915199917999";
    private const string Words = "canary words about slippers";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly StoreAccount _store = TwoStoresHost.Account("cedar-hats", "830000000003", "930000000003");
    private readonly TempFolder _folder = new();
    private RedisServer _redis = null!;
    private GraphStub _graph = null!;
    private ShopifyStub _shopify = null!;
    private HostProcess _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Required.Or(RedisServer.IsAvailable, "Redis is not installed.");
        _redis = await RedisServer.StartAsync(Token);
        _graph = await GraphStub.StartAsync();
        _graph.Add(new StubNumber(_store.PhoneNumberId, _store.AccessToken));
        _shopify = await ShopifyStub.StartAsync("canary-api-key", TwoStoresHost.ApiSecret, Token);
        _host = await HostProcess.StartAsync(
            TwoStoresHost.OptionsFor(_folder, _graph, _shopify, ("ConnectionStrings__Redis", _redis.ConnectionString)), cancellationToken: Token);
    }

    [Fact]
    public async Task Conversations_go_on_without_Redis_and_Redis_holds_nothing_in_the_clear()
    {
        using var owner = new StoreOwner(_host.Url, _store);
        await owner.ConnectAsync(Token);
        using var webhooks = new WebhookPoster(_host.Url);
        Assert.Equal(("healthy", "healthy"), await HealthAsync());

        await SayAsync(webhooks, "hi", 1);
        await SayAsync(webhooks, Words, 2);
        await StoredNothingReadableAsync();
        if (!_redis.IsOwn)
            return;

        await _redis.StopAsync(cancellationToken: Token);
        await SayAsync(webhooks, "hi", 3);
        Assert.Equal(("degraded", "unhealthy"), await HealthAsync());

        await _redis.StartAgainAsync(Token);
        await Eventually.HoldsAsync("the host uses Redis again", async () => await HealthAsync() == ("healthy", "healthy"), Patience, Token);
        await SayAsync(webhooks, Words, 4);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        if (_graph is not null)
            await _graph.DisposeAsync();
        if (_shopify is not null)
            await _shopify.DisposeAsync();
        if (_redis is not null)
            await _redis.DisposeAsync();
        _folder.Dispose();
    }

    private async Task SayAsync(WebhookPoster webhooks, string text, int answers)
    {
        await webhooks.PostSignedAsync(
            _store.AppSecret, MetaWebhook.Of(MetaWebhook.Entry(_store.WabaId, _store.PhoneNumberId, MetaWebhook.Text(Person, text))), Token);
        await _graph.WaitForAsync(Person, answers, Token);
    }

    private async Task<(string Status, string Redis)> HealthAsync()
    {
        using var client = Http.NewClient();
        using var answer = await client.GetAsync(new Uri(_host.Url, "health"), Token);
        Assert.True(answer.IsSuccessStatusCode);
        var report = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
        return ((string)report["status"]!, (string)report["redis"]!);
    }

    private async Task StoredNothingReadableAsync()
    {
        var dump = new StringBuilder();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(_redis.ConnectionString);
        var database = connection.GetDatabase();
        var entries = 0;
        await foreach (var key in connection.GetServers()[0].KeysAsync(pattern: "shopbot:*").WithCancellation(Token))
        {
            entries++;
            dump.Append(key.ToString()).AppendLine();
            if (await database.KeyTypeAsync(key) == RedisType.String)
                dump.Append(Encoding.Latin1.GetString((byte[])(await database.StringGetAsync(key))!)).AppendLine();
            if (await database.KeyTypeAsync(key) == RedisType.Hash)
                dump.AppendJoin(' ', await database.HashGetAllAsync(key)).AppendLine();
            if (await database.KeyTypeAsync(key) == RedisType.List)
                dump.AppendJoin(' ', await database.ListRangeAsync(key)).AppendLine();
        }

        Assert.True(entries > 3, $"Only {entries} entries are in Redis.");
        string[] canaries = [Person, Words, "slippers", "canarytoken", "canarysecret", "canaryverify", "Canary greeting", "canary_client_secret", "shpat_", "shprt_"];
        Assert.All(canaries, canary => Assert.DoesNotContain(canary, dump.ToString(), StringComparison.OrdinalIgnoreCase));
    }
}
