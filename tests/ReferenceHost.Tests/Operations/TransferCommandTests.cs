using System.Security.Cryptography;
using ReferenceHost.Tests.Webhooks;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Servers;
using ShopBot.TestSupport.Stubs;
using ShopBot.TestSupport.Waiting;
using ShopBot.TestSupport.Webhooks;

namespace ReferenceHost.Tests.Operations;

/// <summary>A shop that outgrew its SQLite file moves to PostgreSQL with two commands, and back.</summary>
public sealed class TransferCommandTests : IAsyncLifetime
{
    private const string Person = "4915199920001";
    private const string Words = "canary words about slippers";
    private readonly StoreAccount _store = TwoStoresHost.Account("elder-hats", "850000000005", "950000000005");
    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
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
        _shopify = await ShopifyStub.StartAsync("canary-api-key", TwoStoresHost.ApiSecret, Token);
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
    public async Task A_shop_moves_to_PostgreSQL_and_back_and_its_customers_notice_nothing()
    {
        await TalkAsync(Sqlite(), "hi", answers: 1, id: "wamid.first", connect: true);
        await TalkAsync(Sqlite(), Words, answers: 2);

        await RunAsync(Sqlite(), "export", _folder.File("moved"));
        Assert.All(Directory.GetFiles(_folder.File("moved")), file => Assert.All(
            Canaries(), canary => Assert.DoesNotContain(canary, File.ReadAllText(file), StringComparison.OrdinalIgnoreCase)));
        await RunAsync(Postgres(), "import", _folder.File("moved"));
        // Again: everything is there already.
        await RunAsync(Postgres(), "import", _folder.File("moved"));

        // A redelivery of what was answered before the move is not answered; the next message is, by the owner's own settings.
        await TalkAsync(Postgres(), "hi", answers: 2, id: "wamid.first");
        await TalkAsync(Postgres(), "help", answers: 3);

        await RunAsync(Postgres(), "export", _folder.File("back"));
        await RunAsync(Sqlite("back.db"), "import", _folder.File("back"));
        await TalkAsync(Sqlite("back.db"), "help", answers: 4);
        Assert.Equal(4, Answers());
        Assert.Equal(2, (await HostProcess.RunAsync(Sqlite(), ["export"], Token)).ExitCode);
        Assert.Equal(1, (await HostProcess.RunAsync(Sqlite(), ["import", _folder.File("nothing")], Token)).ExitCode);
    }

    // A host that was killed right after a send repeats it: that is one answer.
    private int Answers() => _graph.SentTo(Person).Select(send => (string?)send.Body["biz_opaque_callback_data"]).Distinct().Count();

    private string[] Canaries() => [Person, "canarytoken", "canarysecret", "canaryverify", Words, "slippers", TwoStoresHost.ApiSecret, "masterKey", .. _shopify.IssuedTokens];

    private HostOptions Sqlite(string name = "shop.db") => Options(("ConnectionStrings__ShopBot", $"Data Source={_folder.File(name)}"));

    private HostOptions Postgres() => Options(("ShopBot__Storage", "Postgres"), ("ConnectionStrings__ShopBot", $"{_server.Address};Database=postgres"));

    private HostOptions Options(params (string Name, string Value)[] further) =>
        TwoStoresHost.OptionsFor(_folder, _graph, _shopify, [("ShopBot__DataProtection__Key", _key), .. further]);

    private static async Task RunAsync(HostOptions options, params string[] command)
    {
        var (code, output) = await HostProcess.RunAsync(options, command, Token);
        Assert.True(code == 0, output);
        Assert.Contains("1 stores", output, StringComparison.Ordinal);
    }

    private async Task TalkAsync(HostOptions options, string text, int answers, string? id = null, bool connect = false)
    {
        await using var host = await HostProcess.StartAsync(options, cancellationToken: Token);
        using var owner = new StoreOwner(host.Url, _store);
        if (connect)
            await owner.ConnectAsync(Token);
        using var webhooks = new WebhookPoster(host.Url);
        await webhooks.PostSignedAsync(
            _store.AppSecret, MetaWebhook.Of(MetaWebhook.Entry(_store.WabaId, _store.PhoneNumberId, MetaWebhook.Text(Person, text, id))), Token);
        await Eventually.HoldsAsync($"{answers} answers", () => Answers() >= answers, TimeSpan.FromSeconds(60), Token);
    }
}
