using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Webhooks;
using ShopBot.Shopping.Catalog;
using Shopify.Client;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Tests.Catalog;

public sealed class ShopifyCatalogTests
{
    private const string ProductId = "gid://shopify/Product/7";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetProductAsync_MapsTextPicturePricesAndStock()
    {
        await using var host = await HostAsync(Product(Variant(1, "12.50", compareAt: "\"15.00\"", stock: 3), Variant(2, "9.00", stock: 0)));

        var product = (await GetAsync(host))!;

        Assert.Equal(("Mug", "*Size* chart (https://shop.example/pages/sizes)", true), (product.Title, product.Description, product.HasOptions));
        Assert.Equal("https://cdn.shopify.com/mug.jpg", product.Image!.AbsoluteUri);
        Assert.Equal(
            [(new Money(12.5m, "EUR"), new Money(15m, "EUR"), true, 3), (new Money(9m, "EUR"), null, false, null)],
            product.Variants.Select(variant => (variant.Price, variant.CompareAtPrice, variant.Available, variant.MostAvailable)));
    }

    [Fact]
    public async Task GetProductAsync_UnitPrice_IsToldWithItsUnit()
    {
        var variant = Variant(1, "7.90").Replace("\"sku\"", "\"showUnitPrice\":true,\"unitPrice\":{\"amount\":\"52.67\",\"currencyCode\":\"EUR\"},\"unitPriceMeasurement\":{\"quantityValue\":150.0,\"quantityUnit\":\"G\",\"referenceValue\":1,\"referenceUnit\":\"KG\"},\"sku\"", StringComparison.Ordinal);
        await using var host = await HostAsync(Product(variant, Variant(2, "9.00")));

        var product = (await GetAsync(host))!;

        Assert.Equal([(new Money(52.67m, "EUR"), new UnitMeasure(1, "kg")), ((Money?)null, (UnitMeasure?)null)], product.Variants.Select(one => (one.UnitPrice, one.UnitMeasure)));
    }

    [Theory]
    [InlineData("""{"data":{"product":null}}""")]
    [InlineData("DRAFT")]
    [InlineData("ARCHIVED")]
    public async Task GetProductAsync_NotSold_IsNothingAndRemembered(string answerOrStatus)
    {
        await using var host = await HostAsync(answerOrStatus[0] == '{' ? answerOrStatus : Product(Variant(1, "1.00")).Replace("ACTIVE", answerOrStatus, StringComparison.Ordinal));

        Assert.Null(await GetAsync(host));
        Assert.Null(await GetAsync(host));
        Assert.Equal(1, host.CallsTo("ProductDetail"));
    }

    [Fact]
    public async Task GetProductAsync_MoreThan100Variants_ReadsOn()
    {
        await using var host = await HostAsync(Product(more: true, Variant(1, "1.00")));
        host.Always("VariantsOfProduct", $$$"""
            {"data":{"product":{"id":"{{{ProductId}}}","variants":{"nodes":[{{{string.Join(',', Enumerable.Range(1, 140).Select(n => Variant(n, "1.00")))}}}],"pageInfo":{"hasNextPage":false,"endCursor":null} } } } }
            """);

        Assert.Equal(140, (await GetAsync(host))!.Variants.Count);
    }

    [Theory]
    [InlineData("products/update", """{"id":7}""", true)]
    [InlineData("products/delete", """{"id":7}""", true)]
    [InlineData("products/update", """{"id":8}""", false)]
    [InlineData("variants/out_of_stock", """{"id":1,"product_id":7}""", true)]
    [InlineData("variants/in_stock", """{"id":1,"product_id":8}""", false)]
    [InlineData("inventory_levels/update", """{"inventory_item_id":1,"location_id":2,"available":0}""", true)]
    [InlineData("collections/update", """{"id":7}""", false)]
    [InlineData("shop/update", """{"name":"Demo","currency":"EUR"}""", true)]
    [InlineData("products/update", "not json", true)]
    public async Task GetProductAsync_AfterAWebhook_IsReadAgainWhenConcerned(string topic, string body, bool again)
    {
        await using var host = await HostAsync(Product(Variant(1, "1.00")));
        await GetAsync(host);

        await SendAsync(host, topic, body);
        await GetAsync(host);

        Assert.Equal(again ? 2 : 1, host.CallsTo("ProductDetail"));
    }

    [Theory]
    [InlineData("products/create", """{"id":9}""", true)]
    [InlineData("collections/delete", """{"id":9}""", true)]
    [InlineData("inventory_levels/update", """{"inventory_item_id":1}""", false)]
    [InlineData("variants/out_of_stock", """{"id":1,"product_id":7}""", false)]
    public async Task GetProductsAsync_AfterAWebhook_IsReadAgainWhenConcerned(string topic, string body, bool again)
    {
        await using var host = await ShopHost.StartAsync();
        await ListAsync(host, "mug");

        await SendAsync(host, topic, body);
        await ListAsync(host, "mug");

        Assert.Equal(again ? 2 : 1, host.CallsTo("ProductsPage"));
    }

    [Fact]
    public async Task GetProductsAsync_Cached_IsThePageItselfAndNoCopy()
    {
        await using var host = await ShopHost.StartAsync();

        var first = await ListAsync(host, "mug");

        Assert.NotEmpty(first.Items);
        Assert.Same(first, await ListAsync(host, "mug"));
    }

    [Fact]
    public async Task GetProductsAsync_WordsOfACustomer_AreQuotedAndSharedWhenTheyMeanTheSame()
    {
        await using var host = await ShopHost.StartAsync();

        await ListAsync(host, "mug:*\" OR status:draft");
        await ListAsync(host, "mug:*\" OR status:draft");
        await ListAsync(host, "cup");

        Assert.Equal(2, host.CallsTo("ProductsPage"));
        Assert.DoesNotContain(" OR ", host.Calls.First().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cache_TwoStores_ShareNothing()
    {
        await using var host = await HostAsync(Product(Variant(1, "1.00")));
        var other = await host.Stores.InstallAsync(
            new ShopInstallation("other-shop.myshopify.com", "Other", "EUR", new ShopifyCredentials { AccessToken = "shpat-2", GrantedAt = host.Time.GetUtcNow() }), Token);

        await GetAsync(host);
        await host.Services.GetRequiredService<IShopCatalog>().GetProductAsync(other.Profile, ProductId, Token);

        Assert.Equal(["shpat-1", "shpat-2"], host.Calls.Where(call => call.Body.Contains(" ProductDetail(", StringComparison.Ordinal)).Select(call => call.Token));
    }

    [Fact]
    public async Task GetVariantsAsync_IsNeverFromTheCache()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("VariantsByIds", Checkout.Shop.Variants((11, "10.00", 5), null));

        for (var i = 0; i < 2; i++)
        {
            var offers = await host.Services.GetRequiredService<IShopCatalog>().GetVariantsAsync(
                (await host.StoreAsync()).Profile, [Checkout.Shop.Variant(11), Checkout.Shop.Variant(12)], Token);
            Assert.Equal(new Money(10m, "EUR"), offers[0]!.Price);
            Assert.Null(offers[1]);
        }

        Assert.Equal(2, host.CallsTo("VariantsByIds"));
    }

    private static async Task<ShopHost> HostAsync(string product)
    {
        var host = await ShopHost.StartAsync();
        host.Always("ProductDetail", product);
        return host;
    }

    private static async Task<ProductDetails?> GetAsync(ShopHost host) =>
        await host.EndAsync(host.Services.GetRequiredService<IShopCatalog>().GetProductAsync((await host.StoreAsync()).Profile, ProductId, Token).AsTask());

    private static async Task<CatalogPage<ProductCard>> ListAsync(ShopHost host, string text) =>
        await host.EndAsync(host.Services.GetRequiredService<IShopCatalog>().GetProductsAsync(
            (await host.StoreAsync()).Profile, new ProductListing(Text: text), null, 9, Token).AsTask());

    private static Task SendAsync(ShopHost host, string topic, string body) => host.Services.GetRequiredService<ShopifyEvents>().AcceptAsync(
        new ShopifyWebhook { Topic = topic, ShopDomain = ShopDomain.Parse(ShopHost.Shop), TriggeredAt = host.Time.GetUtcNow(), Body = Encoding.UTF8.GetBytes(body) }, Token);

    private static string Product(params string[] variants) => Product(more: false, variants);

    private static string Product(bool more, params string[] variants) => $$$$"""
        {"data":{"product":{"id":"{{{{ProductId}}}}","handle":"mug","title":"Mug","vendor":"","descriptionHtml":"<b>Size</b> <a href='/pages/sizes'>chart</a>","status":"ACTIVE",
        "onlineStoreUrl":"https://shop.example/products/mug","hasOnlyDefaultVariant":false,
        "priceRangeV2":{"minVariantPrice":{"amount":"9.0","currencyCode":"EUR"},"maxVariantPrice":{"amount":"12.5","currencyCode":"EUR"}},
        "options":[{"name":"Size","optionValues":[{"name":"S"}]}],"media":{"nodes":[{"alt":null,"preview":{"image":{"url":"https://cdn.shopify.com/mug.jpg"}}}]},
        "variants":{"nodes":[{{{{string.Join(',', variants)}}}}],"pageInfo":{"hasNextPage":{{{{(more ? "true" : "false")}}}},"endCursor":"c"} } } } }
        """;

    private static string Variant(int number, string price, string compareAt = "null", int? stock = null) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"id":"gid://shopify/ProductVariant/{{number}}","title":"V{{number}}","sku":null,"price":"{{price}}","compareAtPrice":{{compareAt}},"availableForSale":{{(stock == 0 ? "false" : "true")}},
        "inventoryPolicy":"DENY","sellableOnlineQuantity":{{stock ?? 0}},"inventoryItem":{"tracked":{{(stock is null ? "false" : "true")}} },"selectedOptions":[],"media":{"nodes":[]} }
        """);
}
