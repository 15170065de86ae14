using Shopify.Emulator;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Stubs;
using WhatsApp.Emulator;

namespace ReferenceHost.Tests.Process;

/// <summary>
/// A host process with one installed store. The platforms live in the test's own process, so they survive the host; a proxy before each can hold
/// a request. Killed hosts start again on the same port and database.
/// </summary>
public sealed class InstalledHost : IAsyncLifetime
{
    /// <summary>How long an unanswered send waits for its status before it is sent again.</summary>
    public static readonly TimeSpan ReconcileAfter = TimeSpan.FromSeconds(6);

    private static readonly StoreAccount Account = new()
    {
        Domain = "harbour-books.myshopify.com",
        PhoneNumberId = "301400500600",
        WabaId = "701800900100",
        AccessToken = "EAAGprocesstest",
        AppSecret = "5f3c1ab9processsecret",
        VerifyToken = "harbour-verify",
        WelcomeMessage = "Ahoy! Welcome to Harbour Books.",
    };

    private readonly TempFolder _folder = new();
    private readonly int _port = FreePort.Next();
    private HostProcess? _host;
    private long _lastPerson;

    public WhatsAppEmulator WhatsApp { get; private set; } = null!;

    public ShopifyEmulator Shopify { get; private set; } = null!;

    public GatedProxy Graph { get; private set; } = null!;

    public GatedProxy Shop { get; private set; } = null!;

    public EmulatedNumber Number { get; private set; } = null!;

    /// <summary>When the host last began to answer after a crash.</summary>
    public long StartedAgainAt { get; private set; }

    public static string Greeting => Account.WelcomeMessage;

    private string CrashFile => _folder.File("crash-point");

    public async ValueTask InitializeAsync()
    {
        WhatsApp = await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions
        {
            StatusDelay = TimeSpan.FromMilliseconds(100),
            WebhookRetryGap = TimeSpan.FromMilliseconds(200),
            WebhookRetryMaxGap = TimeSpan.FromMilliseconds(400),
        });
        Shopify = await ShopifyEmulator.StartAsync(new ShopifyEmulatorOptions
        {
            RedirectUris = [$"http://127.0.0.1:{_port}/shopify/callback"],
            AllowHttpWebhookAddresses = true,
        });
        Shopify.AddShop(Account.Domain);
        Graph = await GatedProxy.StartAsync(WhatsApp.BaseUrl);
        Shop = await GatedProxy.StartAsync(Shopify.BaseUrl);
        Number = WhatsApp.AddNumber(new EmulatedNumberOptions
        {
            PhoneNumberId = Account.PhoneNumberId,
            WabaId = Account.WabaId,
            DisplayPhoneNumber = "+49 40 5550123",
            VerifiedName = "Harbour Books",
            AccessToken = Account.AccessToken,
            AppId = "11223344",
            AppSecret = Account.AppSecret,
            VerifyToken = Account.VerifyToken,
            WebhookUrl = new Uri($"http://127.0.0.1:{_port}/whatsapp/webhook"),
            IsSubscribed = false,
        });
        _host = await StartHostAsync(CancellationToken.None);
        using var owner = new StoreOwner(_host.Url, Account);
        await owner.ConnectAsync(CancellationToken.None);
    }

    /// <summary>Somebody who never wrote before.</summary>
    public EmulatedPhone NewPerson()
    {
        var id = Interlocked.Increment(ref _lastPerson);
        return WhatsApp.AddPhone($"Person {id}", waId: $"4917655500{id:D3}", userId: null);
    }

    /// <summary>The host dies when it comes to this point, for example <c>shopbot.turn:started</c>.</summary>
    public void CrashAt(string point)
    {
        // Renamed into place, so that the host never reads half a name.
        File.WriteAllText(CrashFile + ".new", point);
        File.Move(CrashFile + ".new", CrashFile, overwrite: true);
    }

    public async Task WaitForCrashAsync(CancellationToken cancellationToken)
    {
        await _host!.WaitForExitAsync(cancellationToken);
        File.Delete(CrashFile);
    }

    public Task KillAsync(CancellationToken cancellationToken) => _host!.KillAsync(cancellationToken);

    /// <summary>Starts the host again as it was; does nothing while it runs.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        File.Delete(CrashFile);
        if (!_host!.HasExited)
            return;
        await _host.DisposeAsync();
        _host = await StartHostAsync(cancellationToken);
        StartedAgainAt = TimeProvider.System.GetTimestamp();
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        await Graph.DisposeAsync();
        await Shop.DisposeAsync();
        await WhatsApp.DisposeAsync();
        await Shopify.DisposeAsync();
        _folder.Dispose();
    }

    private Task<HostProcess> StartHostAsync(CancellationToken cancellationToken) => HostProcess.StartAsync(
        new HostOptions
        {
            Dll = Programs.Host,
            Folder = _folder.Path,
            Port = _port,
            Settings = new Dictionary<string, string>
            {
                ["ShopBot__Demo"] = "false",
                ["ShopBot__PublicUrl"] = $"http://127.0.0.1:{_port}",
                ["ShopBot__Outbox__ReconcileAfter"] = ReconcileAfter.ToString("c"),
                ["WhatsApp__BaseUrl"] = Graph.Url.AbsoluteUri,
                ["Shopify__BaseUrl"] = Shop.Url.AbsoluteUri + "{shop}",
                ["Shopify__ApiKey"] = "emulator-api-key",
                ["Shopify__ApiSecret"] = "shpss_emulator_secret",
                ["DOTNET_STARTUP_HOOKS"] = Programs.CrashHook,
                ["SHOPBOT_CRASH_FILE"] = CrashFile,
            },
        },
        cancellationToken: cancellationToken);
}
