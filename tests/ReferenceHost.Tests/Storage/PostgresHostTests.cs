using System.Net;
using ReferenceHost.Tests.Webhooks;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Servers;
using ShopBot.TestSupport.Stubs;
using ShopBot.TestSupport.Waiting;
using ShopBot.TestSupport.Webhooks;

namespace ReferenceHost.Tests.Storage;

/// <summary>Two hosts, as processes, on one PostgreSQL.</summary>
public sealed class PostgresHostTests : IAsyncLifetime
{
    private const string Words = "canary words about slippers";
    private const string Person = "4915199900001";
    private readonly StoreAccount _store = TwoStoresHost.Account("cedar-hats", "830000000003", "930000000003");
    private readonly TempFolder _folder = new();
    private PostgresServer _server = null!;
    private GraphStub _graph = null!;
    private ShopifyStub _shopify = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Required.Or(PostgresServer.FindBinaries() is not null, "PostgreSQL is not installed.");
        _server = await PostgresServer.StartAsync(ownOnly: true, cancellationToken: Token);
        _graph = await GraphStub.StartAsync();
        _graph.Add(new StubNumber(_store.PhoneNumberId, _store.AccessToken));
        _shopify = await ShopifyStub.StartAsync("canary-api-key", TwoStoresHost.ApiSecret);
    }

    public async ValueTask DisposeAsync()
    {
        if (_shopify is not null)
            await _shopify.DisposeAsync();
        if (_graph is not null)
            await _graph.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_conversation_goes_on_at_the_other_host_when_one_is_killed_and_a_dump_tells_nothing()
    {
        var output = new OutputLog();
        await using var first = await HostProcess.StartAsync(Options(), output, Token);
        await using var second = await HostProcess.StartAsync(Options(), output, Token);
        using (var owner = new StoreOwner(first.Url, _store))
            await owner.ConnectAsync(Token);

        await SayAsync(first, "hi");
        await _graph.WaitForAsync(Person, 1, Token);
        await first.KillAsync(Token);
        await SayAsync(second, Words);
        await _graph.WaitForAsync(Person, 2, Token);

        var dump = await _server.DumpAsync("postgres", cancellationToken: Token);
        Assert.Contains(_store.Domain, dump, StringComparison.Ordinal);
        Assert.Contains("inbox", dump, StringComparison.Ordinal);
        Assert.All(Canaries(), canary =>
        {
            Assert.DoesNotContain(canary, dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Hex(canary), dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(canary, output.Text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task While_the_database_is_gone_a_webhook_is_refused_and_its_repetition_is_answered_once()
    {
        await using var host = await HostProcess.StartAsync(Options(), new OutputLog(), Token);
        using (var owner = new StoreOwner(host.Url, _store))
            await owner.ConnectAsync(Token);
        using var webhooks = new WebhookPoster(host.Url);
        var body = MetaWebhook.Of(MetaWebhook.Entry(_store.WabaId, _store.PhoneNumberId, MetaWebhook.Text(Person, "hi")));

        await _server.StopAsync(atOnce: true, Token);
        var refused = await webhooks.PostSignedAsync(_store.AppSecret, body, Token);
        await _server.StartAgainAsync(Token);
        await Eventually.HoldsAsync(
            "the repeated webhook is taken", async () => await webhooks.PostSignedAsync(_store.AppSecret, body, Token) == HttpStatusCode.OK, TimeSpan.FromSeconds(60), Token);
        await webhooks.PostSignedAsync(_store.AppSecret, body, Token);
        await _graph.WaitForAsync(Person, 1, Token);
        await SayAsync(host, "hello");
        await _graph.WaitForAsync(Person, 2, Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused);
        Assert.Equal(2, _graph.SentTo(Person).Count);
    }

    private string[] Canaries() => [Person, "canarytoken", "canarysecret", "canaryverify", Words, "slippers", TwoStoresHost.ApiSecret, .. _shopify.IssuedTokens];

    // A dump shows bytes as hexadecimal digits.
    private static string Hex(string text) => Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text));

    private HostOptions Options() => TwoStoresHost.OptionsFor(
        _folder, _graph, _shopify, ("ShopBot__Storage", "Postgres"), ("ConnectionStrings__ShopBot", $"{_server.Address};Database=postgres"));

    private async Task SayAsync(HostProcess host, string text)
    {
        using var webhooks = new WebhookPoster(host.Url);
        await webhooks.PostSignedAsync(_store.AppSecret, MetaWebhook.Of(MetaWebhook.Entry(_store.WabaId, _store.PhoneNumberId, MetaWebhook.Text(Person, text))), Token);
    }
}
