using System.Text.Json;
using Microsoft.Data.Sqlite;
using Shopify.Emulator;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Journal;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using WhatsApp.Emulator;

namespace ReferenceHost.Tests.Process;

/// <summary>A host process on SQLite with one store that is connected. What it has stored is read from its file by a connection of its own.</summary>
internal sealed class SingleStoreHost : IAsyncDisposable
{
    private static readonly StoreAccount Account = new()
    {
        Domain = "large-shop.myshopify.com",
        PhoneNumberId = "301400500611",
        WabaId = "701800900111",
        AccessToken = "EAAGexporttest",
        AppSecret = "5f3c1ab9exportsecret",
        VerifyToken = "large-verify",
        WelcomeMessage = "Welcome to the large shop.",
    };

    private readonly TempFolder _folder = new();
    private readonly int _port;
    private readonly WhatsAppEmulator _whatsApp;
    private readonly ShopifyEmulator _shopify;
    private HostProcess? _host;

    private SingleStoreHost(WhatsAppEmulator whatsApp, ShopifyEmulator shopify, int port) => (_whatsApp, _shopify, _port) = (whatsApp, shopify, port);

    public EmulatedShop Shop { get; private set; } = null!;

    public Uri Url => Options.Url;

    /// <summary>Whether the owner's pages stand inside Shopify's admin from the next start on.</summary>
    public bool IsEmbedded { get; set; }

    public long ResidentBytes => _host!.ResidentBytes;

    /// <summary>How many exports Shopify was asked for.</summary>
    public int Exports => _shopify.Journal.Entries.OfType<RequestEntry>().Count(static entry => entry.Operation == "BulkRun");

    private HostOptions Options => new()
    {
        Dll = Programs.Host,
        Folder = _folder.Path,
        Port = _port,
        Settings = new Dictionary<string, string>
        {
            ["ShopBot__Demo"] = "false",
            ["ShopBot__Embedded"] = IsEmbedded ? "true" : "false",
            ["ShopBot__PublicUrl"] = $"http://127.0.0.1:{_port}",
            ["WhatsApp__BaseUrl"] = _whatsApp.BaseUrl.AbsoluteUri,
            ["Shopify__BaseUrl"] = _shopify.BaseUrl.AbsoluteUri + "{shop}",
            ["Shopify__ApiKey"] = "emulator-api-key",
            ["Shopify__ApiSecret"] = "shpss_emulator_secret",
        },
    };

    /// <summary>Starts it and connects the store; Shopify keeps the export of its catalogue waiting.</summary>
    public static async Task<SingleStoreHost> StartAsync(ShopCatalog catalog, CancellationToken cancellationToken)
    {
        var whatsApp = await WhatsAppEmulator.StartAsync(cancellationToken: cancellationToken);
        var port = FreePort.Next();
        var shopify = await ShopifyEmulator.StartAsync(
            new ShopifyEmulatorOptions { AllowHttpWebhookAddresses = true, RedirectUris = [$"http://127.0.0.1:{port}/shopify/callback"], CostBucketSize = 20_000, CostRestoreRate = 10_000 },
            cancellationToken);
        var made = new SingleStoreHost(whatsApp, shopify, port);
        made.Shop = shopify.AddShop(Account.Domain, catalog);
        made.Shop.HoldsBulkOperations = true;
        whatsApp.AddNumber(new EmulatedNumberOptions
        {
            PhoneNumberId = Account.PhoneNumberId,
            WabaId = Account.WabaId,
            DisplayPhoneNumber = "+49 40 5550124",
            VerifiedName = "Large shop",
            AccessToken = Account.AccessToken,
            AppId = "11223344",
            AppSecret = Account.AppSecret,
            VerifyToken = Account.VerifyToken,
            WebhookUrl = new Uri($"http://127.0.0.1:{port}/whatsapp/webhook"),
            IsSubscribed = false,
        });
        await made.StartAgainAsync(cancellationToken);
        using var owner = new StoreOwner(made._host!.Url, Account);
        await owner.ConnectAsync(cancellationToken);
        return made;
    }

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _host = await HostProcess.StartAsync(Options, cancellationToken: cancellationToken);
    }

    public Task KillAsync(CancellationToken cancellationToken) => _host!.KillAsync(cancellationToken);

    /// <summary>How far the export is: what comes next, where in the file, and how many products are stored.</summary>
    public (string Phase, long Offset, int Products) Progress()
    {
        var progress = Read("SELECT progress FROM exports", static row => row.GetFieldValue<byte[]>(0)).SingleOrDefault();
        if (progress is null)
            return ("None", 0, 0);
        var json = JsonElement.Parse(progress);
        return (
            json.TryGetProperty("Phase", out var phase) ? phase.GetString()! : "Wanted",
            json.TryGetProperty("Offset", out var offset) ? offset.GetInt64() : 0,
            json.TryGetProperty("Products", out var products) ? products.GetInt32() : 0);
    }

    /// <summary>The dead host's lease ends: as after a minute without it.</summary>
    public void EndLease() => Read("UPDATE exports SET due_at = 0 RETURNING version", static row => row.GetInt64(0));

    public List<T> Read<T>(string query, Func<SqliteDataReader, T> map)
    {
        using var connection = new SqliteConnection($"Data Source={Options.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var rows = command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read())
            all.Add(map(rows));
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        await _whatsApp.DisposeAsync();
        await _shopify.DisposeAsync();
        _folder.Dispose();
    }
}
