using Microsoft.Playwright;
using ReferenceHost.Tests.Journey;
using Shopify.Emulator;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Servers;
using WhatsApp.Emulator;

namespace ReferenceHost.Tests.Owner;

/// <summary>
/// Both platforms, one or two hosts in processes of their own, a browser, a shop that is not connected yet, and a second one that is. Two hosts share a PostgreSQL and stand behind a plain
/// round-robin proxy; one host has SQLite.
/// </summary>
public sealed class OwnerWorld : IAsyncDisposable
{
    public const string ShopName = "lumen-and-oak";
    private const float PatienceMs = 60_000;
    private readonly TempFolder _folder = new();
    private readonly List<HostProcess> _hosts = [];
    private PostgresServer? _server;
    private RoundRobinProxy? _proxy;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private OwnerWorld(string name) =>
        Artifacts = Directory.CreateDirectory(Path.Combine(Environment.GetEnvironmentVariable("SHOPBOT_ARTIFACTS") ?? Path.Combine(AppContext.BaseDirectory, "TestResults"), name)).FullName;

    public StoreAccount Account { get; } = new()
    {
        Domain = ShopName + ".myshopify.com",
        PhoneNumberId = "100200300400",
        WabaId = "500600700800",
        AccessToken = "EAAGowner-token",
        AppSecret = "5f3c1ab9ownersecret",
        VerifyToken = "lumen-verify",
        WelcomeMessage = "Welcome to *Lumen & Oak*!",
    };

    public StoreAccount Neighbour { get; } = new()
    {
        Domain = "harbour-books.myshopify.com",
        PhoneNumberId = "111222333444",
        WabaId = "555666777888",
        AccessToken = "EAAGneighbour-token",
        AppSecret = "77aa1ab9neighboursecret",
        VerifyToken = "harbour-verify",
        WelcomeMessage = "Ahoy! Welcome to Harbour Books.",
    };

    public string Artifacts { get; }

    /// <summary>Where the owner and the platforms reach the hosts.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>The SQLite file of a single host.</summary>
    public string Database => _folder.File("shop.db");

    public IReadOnlyList<HostProcess> Hosts => _hosts;

    public RoundRobinProxy? Proxy => _proxy;

    public WhatsAppEmulator WhatsApp { get; private set; } = null!;

    public ShopifyEmulator Shopify { get; private set; } = null!;

    public EmulatedShop Shop { get; private set; } = null!;

    public EmulatedNumber Number { get; private set; } = null!;

    public EmulatedPhone Mira { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<OwnerWorld> StartAsync(string name, int hosts, bool withBrowser = true)
    {
        if (withBrowser)
            Required.Or(DemoFixture.ChromiumPath is not null, "Chromium is not installed (/usr/bin/chromium or CHROMIUM_PATH).");
        if (hosts > 1)
            Required.Or(PostgresServer.FindBinaries() is not null, "PostgreSQL is not installed.");
        var world = new OwnerWorld(name);
        try
        {
            await world.StartAsync(hosts, withBrowser);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>A browser window that waits long enough for a slow machine.</summary>
    public async Task<BrowserWindow> OpenAsync()
    {
        var window = await BrowserWindow.OpenAsync(_browser!, Artifacts);
        window.Page.SetDefaultTimeout(PatienceMs);
        window.Page.SetDefaultNavigationTimeout(PatienceMs);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        foreach (var host in _hosts)
            await host.DisposeAsync();
        if (_proxy is not null)
            await _proxy.DisposeAsync();
        if (WhatsApp is not null)
            await WhatsApp.DisposeAsync();
        if (Shopify is not null)
            await Shopify.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartAsync(int hosts, bool withBrowser)
    {
        var ports = Enumerable.Range(0, hosts).Select(_ => FreePort.Next()).ToArray();
        if (hosts > 1)
        {
            _server = await PostgresServer.StartAsync(ownOnly: true, cancellationToken: Token);
            _proxy = await RoundRobinProxy.StartAsync(Token);
        }

        Url = _proxy?.Url ?? new Uri($"http://127.0.0.1:{ports[0]}/");
        WhatsApp = await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions { StatusDelay = TimeSpan.FromMilliseconds(100), WebhookRetryGap = TimeSpan.FromMilliseconds(200), WebhookRetryMaxGap = TimeSpan.FromMilliseconds(400) });
        Shopify = await ShopifyEmulator.StartAsync(new ShopifyEmulatorOptions
        {
            RedirectUris = [new Uri(Url, "shopify/callback").AbsoluteUri],
            AllowHttpWebhookAddresses = true,
        });
        Shop = Shopify.AddShop(Account.Domain);
        Shopify.AddShop(Neighbour.Domain);
        Number = AddNumber(Account, "+49 30 5550100", "Lumen & Oak", "900100200");
        AddNumber(Neighbour, "+49 40 5550123", "Harbour Books", "900100300");
        Mira = WhatsApp.AddPhone("Mira", waId: "4915550001111", userId: null);
        foreach (var port in ports)
            _hosts.Add(await HostProcess.StartAsync(OptionsFor(port), cancellationToken: Token));
        _proxy?.SendTo([.. _hosts.Select(host => host.Url)]);
        using (var neighbour = new StoreOwner(Url, Neighbour))
            await neighbour.ConnectAsync(Token);

        if (!withBrowser)
            return;
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = DemoFixture.ChromiumPath,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    private EmulatedNumber AddNumber(StoreAccount account, string display, string name, string appId) => WhatsApp.AddNumber(new EmulatedNumberOptions
    {
        PhoneNumberId = account.PhoneNumberId,
        WabaId = account.WabaId,
        DisplayPhoneNumber = display,
        VerifiedName = name,
        AccessToken = account.AccessToken,
        AppId = appId,
        AppSecret = account.AppSecret,
        IsSubscribed = false,
    });

    private HostOptions OptionsFor(int port)
    {
        var settings = new Dictionary<string, string>
        {
            ["ShopBot__Demo"] = "false",
            ["ShopBot__PublicUrl"] = Url.AbsoluteUri.TrimEnd('/'),
            ["WhatsApp__BaseUrl"] = WhatsApp.BaseUrl.AbsoluteUri,
            ["Shopify__BaseUrl"] = Shopify.ShopBaseUrlTemplate,
            ["Shopify__ApiKey"] = "emulator-api-key",
            ["Shopify__ApiSecret"] = "shpss_emulator_secret",
        };
        if (_server is not null)
        {
            settings["ShopBot__Storage"] = "Postgres";
            settings["ConnectionStrings__ShopBot"] = $"{_server.Address};Database=postgres";
        }

        return new HostOptions { Dll = Programs.Host, Folder = _folder.Path, Port = port, Settings = settings };
    }
}
