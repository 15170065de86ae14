using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopping;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using ShopBot.Shopping.Search;
using ShopBot.Testing;
using ShopBot.TestSupport.Servers;
using Shopify.Emulator;
using Shopify.Emulator.Catalog;

namespace ShopBot.SearchLoad;

/// <summary>How long a search takes, and how long a turn that searches takes until its reply is decided, with a filled index.</summary>
internal static class SearchRun
{
    private const int Rounds = 100;
    private const double MostMilliseconds = 100;

    public static async Task<int> RunAsync(IReadOnlyList<string> storages, int others)
    {
        var isSlow = false;
        Console.WriteLine($"{LargeCatalog.Products:N0} products, {LargeCatalog.Products * LargeCatalog.Variants:N0} variants, {others} further stores of this size; {Rounds} × {LargeCatalog.Searches.Count} searches");
        Console.WriteLine("storage    filled in     search p50      p99      max     turn p50      p99      max");
        // Only asked for the languages of the shop, once.
        await using var emulator = await ShopifyEmulator.StartAsync();
        var shop = emulator.AddShop("large-shop.myshopify.com", new ShopCatalog { Name = "Large", Products = [] });
        foreach (var storage in storages)
        {
            var folder = Directory.CreateTempSubdirectory("shopbot-search-");
            var server = storage == "postgres" ? await PostgresServer.StartAsync() : null;
            try
            {
                await using var services = Services(storage, Path.Combine(folder.FullName, "shopbot.db"), server, shop);
                isSlow |= await MeasureAsync(storage, services, others, shop.IssueAccessToken(["read_products", "read_locales"])) > MostMilliseconds;
            }
            finally
            {
                if (server is not null)
                    await server.DisposeAsync();
                folder.Delete(recursive: true);
            }
        }

        Console.WriteLine(isSlow ? $"Above {MostMilliseconds} ms." : $"All turns at the 99th percentile within {MostMilliseconds} ms.");
        return isSlow ? 1 : 0;
    }

    private static ServiceProvider Services(string storage, string file, PostgresServer? server, EmulatedShop shop)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddWhatsAppClient();
        services.AddShopifyClient(o => o.BaseUrl = shop.Url.ToString().TrimEnd('/'));
        services.AddShopifyApp(o => (o.ApiKey, o.ApiSecret) = ("key", "secret"));
        _ = storage switch
        {
            "sqlite" => services.AddShopBotSqlite(o => o.ConnectionString = $"Data Source={file}"),
            "postgres" => services.AddShopBotPostgres(o => o.ConnectionString = $"{server!.Address};Database=postgres"),
            _ => services.AddShopBotInMemory().AddShopBotInMemorySearch(),
        };
        services.AddShopBot().AddFlow<ShoppingFlow>().AddShopifyShop(o => o.PublicUrl = new Uri("https://bot.example.com"));
        return services.BuildServiceProvider();
    }

    /// <returns>The turn's 99th percentile in milliseconds.</returns>
    private static async Task<double> MeasureAsync(string storage, ServiceProvider services, int others, string token)
    {
        var now = TimeProvider.System.GetUtcNow();
        await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(now, default);
        var search = new ProductSearch(services.GetRequiredService<IProductIndex>());
        var profile = (await services.GetRequiredService<StoreRegistry>().InstallAsync(
            new ShopInstallation("large-shop.myshopify.com", "Large", "EUR", new ShopifyCredentials { AccessToken = token, GrantedAt = now }))).Profile;
        var store = profile.Id;
        var clock = Stopwatch.StartNew();
        await FillAsync(search, store, now);
        var filled = clock.Elapsed;
        for (var i = 0; i < others; i++)
            await FillAsync(search, StoreId.New(now.AddSeconds(i + 1)), now);

        var catalog = new OneStore(services.GetRequiredService<IShopCatalog>(), profile);
        var bot = Bot.Of(new ShoppingFlow(catalog, catalog));
        List<double> searches = [], turns = [];
        var found = 0;
        for (var round = -3; round < Rounds; round++)
        {
            foreach (var text in LargeCatalog.Searches)
            {
                clock.Restart();
                await search.SearchAsync(store, text, "en", [], null, 9);
                var searched = clock.Elapsed.TotalMilliseconds;

                // The first words of a conversation are greeted.
                var person = new TestConversation(bot);
                await person.SayAsync("hi");
                clock.Restart();
                await person.SayAsync(text);
                var turned = clock.Elapsed.TotalMilliseconds;
                found += person.Replies.Any(reply => MessageRendering.Render(reply).Contains("found", StringComparison.OrdinalIgnoreCase)) ? 1 : 0;
                if (round < 0)
                    continue;
                searches.Add(searched);
                turns.Add(turned);
            }
        }

        // Nothing is found for two of the searches; a list ("what I found"), or one product, for nearly all others.
        if (found < (Rounds + 3) * LargeCatalog.Searches.Count * 0.8)
            throw new InvalidOperationException("Turns did not answer with what the search found.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{storage,-9} {filled.TotalSeconds,8:0.0} s {At(searches, 0.5),11:0.0} ms {At(searches, 0.99),5:0.0} ms {searches.Max(),5:0.0} ms {At(turns, 0.5),9:0.0} ms {At(turns, 0.99),5:0.0} ms {turns.Max(),5:0.0} ms"));
        return At(turns, 0.99);
    }

    private static async Task FillAsync(ProductSearch search, StoreId store, DateTimeOffset now)
    {
        foreach (var batch in LargeCatalog.ToSearch(now).Chunk(50))
            await search.PutAsync(store, batch);
        await search.CompleteAsync(store, now, now);
    }

    private static double At(List<double> values, double share) => values.Order().ElementAt((int)((values.Count - 1) * share));

    /// <summary>The catalogue for a person of whichever store; a product is shown without asking the shop.</summary>
    private sealed class OneStore(IShopCatalog inner, StoreProfile store) : IShopCatalog, IShopCheckout
    {
        public ValueTask<CatalogPage<CollectionCard>> GetCollectionsAsync(StoreProfile profile, string? cursor, int count, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(new CatalogPage<CollectionCard>([], null));

        public ValueTask<CatalogPage<ProductCard>> GetProductsAsync(StoreProfile profile, ProductListing listing, string? cursor, int count, CancellationToken cancellationToken = default) =>
            inner.GetProductsAsync(store, listing, cursor, count, cancellationToken);

        public ValueTask<ProductDetails?> GetProductAsync(StoreProfile profile, string productId, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<ProductDetails?>(new ProductDetails(
                productId, "Found", "", null, [new VariantOffer(productId, "Found", "", new Money(10, "EUR"), null, Available: true, null, null)], HasOptions: false));

        public ValueTask<IReadOnlyList<VariantOffer?>> GetVariantsAsync(StoreProfile profile, IReadOnlyList<string> variantIds, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<CheckoutResult> CreateAsync(StoreProfile profile, CheckoutOrder order, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
