using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Stubs;
using ShopBot.TestSupport.Webhooks;

namespace ReferenceHost.Tests.Webhooks;

/// <summary>
/// A host in Production with two installed stores, both platforms being stubs. Secrets, people and texts are recognisable, so that a test can
/// look for them where they must not be.
/// </summary>
public sealed class TwoStoresHost : IAsyncLifetime
{
    public const string ApiSecret = "shpss_canary_client_secret";
    private readonly TempFolder _folder = new();
    private HostOptions _options = null!;
    private long _lastPerson = 17000;

    public StoreAccount A { get; } = Account("alder-hats", "810000000001", "910000000001");

    public StoreAccount B { get; } = Account("birch-hats", "820000000002", "920000000002");

    public GraphStub Graph { get; private set; } = null!;

    public ShopifyStub Shopify { get; private set; } = null!;

    public HostProcess Process { get; private set; } = null!;

    public StoreOwner OwnerOfA { get; private set; } = null!;

    public StoreOwner OwnerOfB { get; private set; } = null!;

    public WebhookPoster Webhooks { get; private set; } = null!;

    public string Database => _options.Database;

    public async ValueTask InitializeAsync()
    {
        Graph = await GraphStub.StartAsync();
        Graph.Add(new StubNumber(A.PhoneNumberId, A.AccessToken));
        Graph.Add(new StubNumber(B.PhoneNumberId, B.AccessToken));
        Shopify = await ShopifyStub.StartAsync("canary-api-key", ApiSecret);
        _options = OptionsFor(_folder, Graph, Shopify);
        Process = await HostProcess.StartAsync(_options);
        Webhooks = new WebhookPoster(Process.Url);
        OwnerOfA = new StoreOwner(Process.Url, A);
        OwnerOfB = new StoreOwner(Process.Url, B);
        await OwnerOfA.ConnectAsync(CancellationToken.None);
        await OwnerOfB.ConnectAsync(CancellationToken.None);
    }

    /// <summary>A store whose every secret can be recognised.</summary>
    public static StoreAccount Account(string name, string phoneNumberId, string wabaId) => new()
    {
        Domain = $"{name}.myshopify.com",
        PhoneNumberId = phoneNumberId,
        WabaId = wabaId,
        AccessToken = $"EAAGcanarytoken-{name}",
        AppSecret = $"canarysecret-{name}",
        VerifyToken = $"canaryverify-{name}",
        WelcomeMessage = $"Canary greeting of {name}.",
    };

    /// <summary>How such a host is started.</summary>
    public static HostOptions OptionsFor(TempFolder folder, GraphStub graph, ShopifyStub shopify, params (string Name, string Value)[] further)
    {
        var port = FreePort.Next();
        var settings = new Dictionary<string, string>
        {
            ["ShopBot__Demo"] = "false",
            ["ShopBot__PublicUrl"] = $"http://127.0.0.1:{port}",
            ["WhatsApp__BaseUrl"] = graph.Url.AbsoluteUri,
            ["Shopify__BaseUrl"] = shopify.BaseUrl,
            ["Shopify__ApiKey"] = shopify.ApiKey,
            ["Shopify__ApiSecret"] = shopify.ApiSecret,
        };
        foreach (var (name, value) in further)
            settings[name] = value;
        return new HostOptions { Dll = Programs.Host, Folder = folder.Path, Port = port, Settings = settings };
    }

    /// <summary>The phone number of somebody who never wrote before.</summary>
    public string NewPerson() => $"49151999{Interlocked.Increment(ref _lastPerson)}";

    /// <summary>Posts a text to a store as Meta does.</summary>
    public Task<System.Net.HttpStatusCode> SayAsync(StoreAccount store, string person, string text, CancellationToken cancellationToken) =>
        Webhooks.PostSignedAsync(store.AppSecret, MetaWebhook.Of(MetaWebhook.Entry(store.WabaId, store.PhoneNumberId, MetaWebhook.Text(person, text))), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        OwnerOfA?.Dispose();
        OwnerOfB?.Dispose();
        Webhooks?.Dispose();
        if (Process is not null)
            await Process.DisposeAsync();
        await Graph.DisposeAsync();
        await Shopify.DisposeAsync();
        _folder.Dispose();
    }
}
