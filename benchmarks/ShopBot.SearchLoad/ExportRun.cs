using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Stores;
using ShopBot.Shopping;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Search;

namespace ShopBot.SearchLoad;

/// <summary>A host with a SQLite file exports the catalogue by itself, once it is searched; its memory is watched meanwhile.</summary>
internal static class ExportRun
{
    private const double MostMegabytes = 50;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("shopbot-export-");
        try
        {
            using var emulator = await EmulatorProcess.StartAsync();
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            builder.Services.AddWhatsAppClient();
            builder.Services.AddShopifyClient(o => o.BaseUrl = emulator.Url);
            builder.Services.AddShopifyApp(o => (o.ApiKey, o.ApiSecret) = ("key", "secret"));
            builder.Services.AddShopBotSqlite(o => o.ConnectionString = $"Data Source={Path.Combine(folder.FullName, "shopbot.db")}");
            builder.Services.AddShopBot().AddFlow<ShoppingFlow>().AddShopifyShop(o => o.PublicUrl = new Uri("https://bot.example.com"));
            using var host = builder.Build();
            await host.StartAsync();
            var store = (await host.Services.GetRequiredService<StoreRegistry>().InstallAsync(new ShopInstallation(
                "large-shop.myshopify.com", "Large", "EUR", new ShopifyCredentials { AccessToken = emulator.Token, GrantedAt = TimeProvider.System.GetUtcNow() }))).Profile;
            await host.Services.GetRequiredService<IShopCatalog>().GetProductsAsync(store, new ProductListing(Text: "lamp"), null, 9);

            var index = host.Services.GetRequiredService<IProductIndex>();
            GC.Collect();
            var (idle, live) = (Resident(), GC.GetTotalMemory(forceFullCollection: true));
            var (most, mostLive, clock) = (idle, live, Stopwatch.StartNew());
            while ((await index.GetStateAsync(store.Id)).FilledAt is null)
            {
                await Task.Delay(100);
                most = Math.Max(most, Resident());
                mostLive = Math.Max(mostLive, GC.GetTotalMemory(forceFullCollection: false));
                if (clock.Elapsed > TimeSpan.FromMinutes(10))
                    throw new TimeoutException("The catalogue was not read.");
            }

            var above = (most - idle) / 1048576.0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{LargeCatalog.Products:N0} products and {LargeCatalog.Products * LargeCatalog.Variants:N0} variants exported and indexed in {clock.Elapsed.TotalSeconds:0.0} s; "
                + $"idle {idle / 1048576.0:0} MB, at most {most / 1048576.0:0} MB: {above:0} MB above idle (managed heap with garbage: {(mostLive - live) / 1048576.0:0} MB)"));
            await host.StopAsync();
            return above <= MostMegabytes ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static long Resident()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
