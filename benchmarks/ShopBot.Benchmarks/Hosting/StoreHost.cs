using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShopBot.Engine;
using ShopBot.Engine.Stores;

namespace ShopBot.Benchmarks.Hosting;

/// <summary>The engine in this process as a host runs it, with one store that is switched on and a Cloud API that answers at once.</summary>
internal sealed class StoreHost : IAsyncDisposable
{
    public const string Shop = "demo-shop.myshopify.com";
    public const string Number = "106540352242922";
    public const string WabaId = "102290129340398";
    public const string AppSecret = "0123456789abcdef0123456789abcdef";

    private readonly WebApplication _app;
    private readonly string? _folder;

    private StoreHost(WebApplication app, string? folder) => (_app, _folder) = (app, folder);

    public IServiceProvider Services => _app.Services;

    /// <summary>For endpoints.</summary>
    public WebApplication App => _app;

    /// <summary>The SQLite database; null in memory.</summary>
    public string? ConnectionString => _folder is null ? null : ConnectionTo(_folder);

    /// <param name="storage">Where the rows go.</param>
    /// <param name="platform">Answers for the Cloud API.</param>
    /// <param name="configure">The flow, and what it needs.</param>
    public static async Task<StoreHost> StartAsync(StorageKind storage, InstantGraph platform, Action<ShopBotBuilder> configure)
    {
        var folder = storage == StorageKind.Sqlite ? Directory.CreateTempSubdirectory("shopbot-benchmark-").FullName : null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddWhatsAppClient(options =>
        {
            // Pacing counts every message, at limits no benchmark reaches.
            options.Pacing.MessagesPerSecond = 1_000_000;
            options.Pacing.PairInterval = TimeSpan.FromTicks(1);
        }).ConfigurePrimaryHttpMessageHandler(() => platform);
        builder.Services.AddWhatsAppWebhooks<InboxWebhooks>();
        if (folder is null)
            builder.Services.AddShopBotInMemory();
        else
            builder.Services.AddShopBotSqlite(options => options.ConnectionString = ConnectionTo(folder));
        configure(builder.Services.AddShopBot(options => options.ReadReceipts = ReadReceipts.Never));
        var host = new StoreHost(builder.Build(), folder);
        await host._app.StartAsync();
        await host.AddStoreAsync();
        return host;
    }

    public async ValueTask<Store> StoreAsync() =>
        await Services.GetRequiredService<StoreRegistry>().FindByPhoneNumberIdAsync(Number) ?? throw new InvalidOperationException("The store was not found.");

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    private async Task AddStoreAsync()
    {
        var credentials = new ShopifyCredentials { AccessToken = "shpat_benchmark", GrantedAt = TimeProvider.System.GetUtcNow() };
        await Services.GetRequiredService<StoreRegistry>().InstallAsync(new ShopInstallation(Shop, "Demo Shop", "EUR", credentials));
        var result = await Services.GetRequiredService<WhatsAppSetup>().ApplyAsync(Shop, new WhatsAppSettings
        {
            Enabled = true, AccessToken = "EAAG0123456789", PhoneNumberId = Number, BusinessAccountId = WabaId, VerifyToken = "verify", AppSecret = AppSecret,
        });
        if (!result.Saved)
            throw new InvalidOperationException(string.Join(' ', result.Faults.Select(static fault => fault.Message)));
    }

    private static string ConnectionTo(string folder) => $"Data Source={Path.Combine(folder, "shop.db")}";
}
