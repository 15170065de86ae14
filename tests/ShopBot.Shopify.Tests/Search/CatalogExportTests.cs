using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Search;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Search;
using ShopBot.Shopping.Settings;
using Shopify.Emulator.Catalog;

namespace ShopBot.Shopify.Tests.Search;

/// <summary>A catalogue is exported by Shopify, read into the index and found there, by one host of many, also after one of them died.</summary>
public sealed class CatalogExportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_is_Shopifys_until_the_index_is_filled_and_its_own_from_then_on()
    {
        await using var shop = await ExportShop.StartAsync();
        var host = shop.AddHost();
        var title = shop.Shop.Products.First(product => product.Status == "ACTIVE" && product.IsPublished).Title;
        var word = title.Split(' ').MaxBy(part => part.Length)!;
        var mistyped = $"{word[..2]}{word[3]}{word[2]}{word[4..]}";

        // Shopify finds words as they are written, and the search of a store without an index asks for one.
        Assert.Contains(await shop.SearchAsync(word, host), card => card.Title == title);
        Assert.Empty(await shop.SearchAsync(mistyped, host));
        Assert.Equal(ExportPhase.Wanted, await shop.PhaseAsync());

        await shop.GoOnAsync(host);

        Assert.Contains(await shop.SearchAsync(mistyped, host), card => card.Title == title);
    }

    [Fact]
    public async Task The_owners_synonyms_find_what_they_stand_for()
    {
        await using var shop = await ExportShop.StartAsync(ExportShop.Large(20, 1));
        var host = shop.AddHost(more: services => services.AddSingleton<IShopSettings>(new Owner(["teapot", "samovar"])));
        await shop.ExportAsync(host);

        Assert.NotEmpty(await shop.SearchAsync("teapot", host));
        Assert.Equal((await shop.SearchAsync("teapot", host)).Select(card => card.Id).Order(), (await shop.SearchAsync("samovars", host)).Select(card => card.Id).Order());
    }

    [Fact]
    public async Task Products_are_found_by_their_names_in_other_languages_also_after_a_change()
    {
        await using var shop = await ExportShop.StartAsync(Translated(), "read_products,read_translations");
        var host = shop.AddHost();
        await shop.ExportAsync(host);
        Assert.Equal("Hammock", Assert.Single(await shop.SearchAsync("hamaca", host)).Title);

        var product = shop.Shop.Products[0];
        await shop.TellAsync(host, "products/update", new
        {
            id = product.Id,
            title = "Hammock striped",
            status = "active",
            published_at = "2026-01-01T00:00:00Z",
            updated_at = shop.Time.GetUtcNow().AddHours(1),
            variants = new[] { new { id = 1, title = "Default Title", price = "12.50", inventory_policy = "continue" } },
        });
        Assert.Equal("Hammock striped", Assert.Single(await shop.SearchAsync("hamaca", host)).Title);
    }

    [Theory]
    [InlineData("read_products", "read_products")]
    [InlineData("read_products,read_translations", "read_products")]
    public async Task Without_the_right_to_read_translations_the_shops_own_words_are_read(string scope, string granted)
    {
        await using var shop = await ExportShop.StartAsync(Translated(), scope, granted);
        var host = shop.AddHost();

        await shop.ExportAsync(host);

        Assert.Single(await shop.SearchAsync("hammock", host));
        Assert.Empty(await shop.SearchAsync("hamaca", host));
    }

    [Fact]
    public async Task Every_product_that_a_shopper_may_see_is_in_the_index_with_its_price()
    {
        await using var shop = await ExportShop.StartAsync();
        var host = shop.AddHost();

        await shop.ExportAsync(host);

        var expected = await shop.Admin().EnumerateProductsAsync(new() { First = 50 }, cancellationToken: Token).ToListAsync(Token);
        foreach (var product in expected)
        {
            var card = Assert.Single(await shop.SearchAsync(product.Title, host), card => card.Id == product.Id);
            Assert.Equal(
                (product.Title, product.PriceMin.Amount, product.PriceMin.CurrencyCode, product.PriceMin != product.PriceMax),
                (card.Title, card.LowestPrice.Amount, card.LowestPrice.Currency, card.PricesDiffer));
        }

        var hidden = shop.Shop.Products.Where(product => product.Status != "ACTIVE" || !product.IsPublished).ToList();
        Assert.NotEmpty(hidden);
        foreach (var product in hidden)
            Assert.DoesNotContain(await shop.SearchAsync(product.Title, host), card => card.Id == $"gid://shopify/Product/{product.Id}");
    }

    [Fact]
    public async Task Of_many_hosts_one_exports()
    {
        await using var shop = await ExportShop.StartAsync();
        var hosts = Enumerable.Range(0, 4).Select(_ => shop.AddHost(o => o.ExportBatch = 3)).ToArray();
        await Task.WhenAll(hosts.Select(host => ExportShop.Exports(host).RequestAsync(shop.Store.Id, Token)));

        for (var i = 0; i < 1000 && await shop.PhaseAsync() != ExportPhase.Done; i++)
        {
            await Task.WhenAll(hosts.Select(host => ExportShop.Exports(host).RunDueAsync(Token)));
            shop.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(20, Token);
        }

        Assert.Equal(ExportPhase.Done, await shop.PhaseAsync());
        Assert.Equal(1, await shop.ExportsAsync());
    }

    [Fact]
    public async Task The_webhook_has_the_file_read_at_once()
    {
        await using var shop = await ExportShop.StartAsync();
        var (one, other) = (shop.AddHost(), shop.AddHost());
        shop.Shop.HoldsBulkOperations = true;
        await ExportShop.Exports(one).RequestAsync(shop.Store.Id, Token);
        await ExportShop.Exports(one).RunDueAsync(Token);
        var operation = (await shop.Admin().GetBulkOperationsAsync(1, null, Token)).Items[0];
        shop.Shop.HoldsBulkOperations = false;
        await shop.EndedAsync(operation.Id);
        await ExportShop.Exports(other).RunDueAsync(Token);
        Assert.Equal(ExportPhase.Running, await shop.PhaseAsync());

        await shop.TellAsync(other, "bulk_operations/finish", new { admin_graphql_api_id = operation.Id, status = "completed", type = "query" });
        await ExportShop.Exports(other).RunDueAsync(Token);

        Assert.Equal(ExportPhase.Done, await shop.PhaseAsync());
    }

    [Fact]
    public async Task An_export_whose_start_was_not_answered_is_found_again()
    {
        await using var shop = await ExportShop.StartAsync();
        var host = shop.AddHost();
        shop.Loses = text => text.Contains("bulkOperationRunQuery", StringComparison.Ordinal);
        await ExportShop.Exports(host).RequestAsync(shop.Store.Id, Token);
        await ExportShop.Exports(host).RunDueAsync(Token);
        Assert.Equal(ExportPhase.Starting, await shop.PhaseAsync());
        shop.Loses = _ => false;

        await shop.GoOnAsync(host);

        Assert.Equal(1, await shop.ExportsAsync());
    }

    [Fact]
    public async Task An_export_that_somebody_called_off_is_begun_anew()
    {
        await using var shop = await ExportShop.StartAsync();
        var host = shop.AddHost();
        shop.Shop.HoldsBulkOperations = true;
        await ExportShop.Exports(host).RequestAsync(shop.Store.Id, Token);
        await ExportShop.Exports(host).RunDueAsync(Token);
        await shop.Admin().CancelBulkOperationAsync((await shop.Admin().GetBulkOperationsAsync(1, null, Token)).Items[0].Id, Token);
        shop.Shop.HoldsBulkOperations = false;

        await shop.GoOnAsync(host);

        Assert.Equal(2, await shop.ExportsAsync());
    }

    [Fact]
    public async Task While_five_others_run_it_waits()
    {
        await using var shop = await ExportShop.StartAsync();
        var host = shop.AddHost();
        shop.Shop.HoldsBulkOperations = true;
        for (var i = 0; i < 5; i++)
            await shop.Admin().RunBulkQueryAsync("{ products { edges { node { id } } } }", cancellationToken: Token);
        await ExportShop.Exports(host).RequestAsync(shop.Store.Id, Token);
        await ExportShop.Exports(host).RunDueAsync(Token);
        Assert.Equal((5, ExportPhase.Wanted), (await shop.ExportsAsync(), await shop.PhaseAsync()));
        shop.Shop.HoldsBulkOperations = false;

        await shop.GoOnAsync(host);

        Assert.Equal(6, await shop.ExportsAsync());
    }

    [Fact]
    public async Task What_left_the_shop_unheard_is_forgotten_with_the_next_export()
    {
        await using var shop = await ExportShop.StartAsync();
        var host = shop.AddHost();
        await shop.ExportAsync(host);
        var gone = shop.Shop.Products.First(product => product.Status == "ACTIVE" && product.IsPublished);
        Assert.NotEmpty(await shop.SearchAsync(gone.Title, host));
        shop.Shop.DeleteProduct(gone.Handle);

        shop.Time.Advance(TimeSpan.FromDays(1));
        await ExportShop.Exports(host).RunDueAsync(Token);
        await shop.GoOnAsync(host);

        Assert.Equal(2, await shop.ExportsAsync());
        Assert.DoesNotContain(await shop.SearchAsync(gone.Title, host), card => card.Id == $"gid://shopify/Product/{gone.Id}");
    }

    [Fact]
    public async Task A_shop_without_products_is_filled_too()
    {
        await using var shop = await ExportShop.StartAsync(new() { Name = "Empty", Products = [] });
        var host = shop.AddHost();

        await shop.ExportAsync(host);

        Assert.NotNull((await host.GetRequiredService<IProductIndex>().GetStateAsync(shop.Store.Id, Token)).FilledAt);
        Assert.Empty(await shop.SearchAsync("lamp", host));
    }

    [Fact]
    public async Task A_switched_off_index_asks_Shopify_and_exports_nothing()
    {
        await using var shop = await ExportShop.StartAsync();
        var host = shop.AddHost(o => o.UseSearchIndex = false);

        await shop.SearchAsync("lamp", host);

        Assert.Null(await shop.PhaseAsync());
        Assert.Null(host.GetRequiredService<CatalogSearch>().Exports);
        Assert.Empty((await host.GetRequiredService<IShopCatalog>().GetProductsAsync(shop.Store, new ProductListing(Text: "lamp"), "search:1:9", 9, Token)).Items);
    }

    /// <summary>10,000 products and 100,000 variants; killed in the middle, gone on by another host.</summary>
    [Fact]
    public async Task A_large_catalogue_is_read_in_constant_memory_killed_and_gone_on_with_without_a_loss()
    {
        const int products = 10_000;
        await using var shop = await ExportShop.StartAsync(ExportShop.Large(products, 10));
        var (one, other) = (shop.AddHost(o => o.ExportBatch = 200), shop.AddHost(o => o.ExportBatch = 200));
        await ExportShop.Exports(one).RequestAsync(shop.Store.Id, Token);
        await ExportShop.Exports(one).RunDueAsync(Token);
        var operation = (await shop.Admin().GetBulkOperationsAsync(1, null, Token)).Items[0];
        operation = await shop.EndedAsync(operation.Id);
        Assert.Equal(110_000, operation.ObjectCount);
        await shop.TellAsync(one, "bulk_operations/finish", new { admin_graphql_api_id = operation.Id });

        var idle = GC.GetTotalMemory(forceFullCollection: true);
        var (most, looked, looks) = (0L, 0L, 0);
        using var killed = CancellationTokenSource.CreateLinkedTokenSource(Token);
        shop.OnDownload = bytes =>
        {
            if (bytes > operation.FileSize / 2)
                killed.Cancel();
            Watch(bytes);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ExportShop.Exports(one).RunDueAsync(killed.Token));
        var progress = ExportProgress.Read((await one.GetRequiredService<IExportStore>().FindAsync(shop.Store.Id, Token))!.Progress);
        Assert.InRange(progress.Products, 1_000, products - 1_000);

        // The dead host's lease has to end first.
        shop.OnDownload = Watch;
        await ExportShop.Exports(other).RunDueAsync(Token);
        Assert.Equal(ExportPhase.Reading, await shop.PhaseAsync());
        shop.Time.Advance(TimeSpan.FromMinutes(1));
        await shop.GoOnAsync(other);

        Assert.True(most < 50 * 1024 * 1024, $"{most / 1024 / 1024} MB above idle.");
        Assert.True(looks > 5);
        Assert.Equal(1, await shop.ExportsAsync());
        var done = ExportProgress.Read((await one.GetRequiredService<IExportStore>().FindAsync(shop.Store.Id, Token))!.Progress);
        Assert.Equal(products, done.Products);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var index = other.GetRequiredService<IProductIndex>();
        IndexTerm[] all = [new([[new IndexWord("number", IsBeginning: true)]])];
        for (var skip = 0; skip < products; skip += 100)
            found.UnionWith((await index.FindAsync(shop.Store.Id, new IndexQuery(all, All: true, skip, 100), Token)).Select(hit => hit.ProductId));
        Assert.Equal(products, found.Count);

        void Watch(long bytes)
        {
            if (bytes - looked < 1024 * 1024 && bytes >= looked)
                return;
            looked = bytes;
            looks++;
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - idle);
        }
    }

    private static ShopCatalog Translated() => new()
    {
        Name = "Translated",
        Locales = ["en", "es"],
        Products =
        [
            new CatalogProduct
            {
                Handle = "hammock",
                Title = "Hammock",
                Translations = [new CatalogTranslation("es", "title", "Hamaca de jardín"), new CatalogTranslation("es", "body_html", "Para descansar")],
                Variants = [new CatalogVariant { Price = 10 }],
            },
        ],
    };

    private sealed class Owner(IReadOnlyList<string> synonyms) : IShopSettings
    {
        public ValueTask<ShopSettings> GetAsync(StoreId store, CancellationToken cancellationToken = default) => ValueTask.FromResult(new ShopSettings { Synonyms = [synonyms] });
    }
}
