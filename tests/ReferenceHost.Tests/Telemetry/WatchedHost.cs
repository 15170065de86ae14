using System.Net;
using Shopify.Emulator;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Stubs;
using WhatsApp.Emulator;

namespace ReferenceHost.Tests.Telemetry;

/// <summary>A host that tells everything it tells anybody: traces and metrics by OTLP to a receiver of the test, and the page at <c>/metrics</c>. Its one store is connected.</summary>
internal sealed class WatchedHost : IAsyncDisposable
{
    public const string MetricsKey = "canary-metrics-key-0001";
    public const string ApiSecret = "shpss_canary_client_secret";
    private readonly TempFolder _folder = new();
    private HostProcess _host = null!;

    public static StoreAccount Account { get; } = new()
    {
        Domain = "watched-shop.myshopify.com",
        PhoneNumberId = "301400500655",
        WabaId = "701800900155",
        AccessToken = "EAAGcanarytoken",
        AppSecret = "canaryappsecret",
        VerifyToken = "canaryverify",
        WelcomeMessage = "Canary greeting of this shop.",
    };

    public WhatsAppEmulator WhatsApp { get; private set; } = null!;

    public GatedProxy Shop { get; private set; } = null!;

    public OtlpReceiver Receiver { get; private set; } = null!;

    public EmulatedNumber Number { get; private set; } = null!;

    public Uri Url => _host.Url;

    /// <summary>What the host wrote.</summary>
    public string Output => _host.Output.Text;

    private ShopifyEmulator Shopify { get; set; } = null!;

    public static async Task<WatchedHost> StartAsync(CancellationToken cancellationToken)
    {
        var made = new WatchedHost();
        try
        {
            await made.BeginAsync(cancellationToken);
            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    /// <summary>What <c>/metrics</c> answers to this key; null sends none.</summary>
    public async Task<(HttpStatusCode Status, string Text)> ReadMetricsAsync(string? key, CancellationToken cancellationToken)
    {
        using var client = Http.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Url, "metrics"));
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        using var answer = await client.SendAsync(request, cancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        if (Shop is not null)
            await Shop.DisposeAsync();
        if (WhatsApp is not null)
            await WhatsApp.DisposeAsync();
        if (Shopify is not null)
            await Shopify.DisposeAsync();
        if (Receiver is not null)
            await Receiver.DisposeAsync();
        _folder.Dispose();
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        var port = FreePort.Next();
        Receiver = await OtlpReceiver.StartAsync(cancellationToken);
        WhatsApp = await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions { StatusDelay = TimeSpan.FromMilliseconds(50) }, cancellationToken);
        Shopify = await ShopifyEmulator.StartAsync(
            new ShopifyEmulatorOptions { ApiSecret = ApiSecret, RedirectUris = [$"http://127.0.0.1:{port}/shopify/callback"], AllowHttpWebhookAddresses = true }, cancellationToken);
        Shopify.AddShop(Account.Domain);
        Shop = await GatedProxy.StartAsync(Shopify.BaseUrl, cancellationToken);
        Number = WhatsApp.AddNumber(new EmulatedNumberOptions
        {
            PhoneNumberId = Account.PhoneNumberId,
            WabaId = Account.WabaId,
            DisplayPhoneNumber = "+49 40 5550199",
            VerifiedName = "Watched shop",
            AccessToken = Account.AccessToken,
            AppId = "11223355",
            AppSecret = Account.AppSecret,
            VerifyToken = Account.VerifyToken,
            WebhookUrl = new Uri($"http://127.0.0.1:{port}/whatsapp/webhook"),
            IsSubscribed = false,
        });
        _host = await HostProcess.StartAsync(
            new HostOptions
            {
                Dll = Programs.Host,
                Folder = _folder.Path,
                Port = port,
                Settings = new Dictionary<string, string>
                {
                    ["ShopBot__Demo"] = "false",
                    ["ShopBot__PublicUrl"] = $"http://127.0.0.1:{port}",
                    ["ShopBot__Metrics__Key"] = MetricsKey,
                    ["WhatsApp__BaseUrl"] = WhatsApp.BaseUrl.AbsoluteUri,
                    ["Shopify__BaseUrl"] = Shop.Url.AbsoluteUri + "{shop}",
                    ["Shopify__ApiKey"] = "emulator-api-key",
                    ["Shopify__ApiSecret"] = ApiSecret,
                    ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Receiver.Url.AbsoluteUri,
                    ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                    ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
                    ["OTEL_METRIC_EXPORT_INTERVAL"] = "400",
                },
            },
            cancellationToken: cancellationToken);
        using var owner = new StoreOwner(Url, Account);
        await owner.ConnectAsync(cancellationToken);
    }
}
