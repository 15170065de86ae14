using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopify.Search;
using ShopBot.Shopify.Tests.Checkout;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Webhooks;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using ShopBot.Shopping.Search;
using Shopify.Client;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Tests.Catalog;

public sealed class MarketTests
{
    private const string ProductId = "gid://shopify/Product/1";
    private const string Swiss = "\"country\":\"CH\"";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Product_is_in_the_currency_of_the_customers_country_and_cached_for_each()
    {
        await using var host = await HostAsync();

        Assert.Equal(new Money(11m, "CHF"), await PriceAsync(host, "CH"));
        Assert.Equal(new Money(10m, "EUR"), await PriceAsync(host, "DE"));
        Assert.Equal(new Money(10m, "EUR"), await PriceAsync(host, "JP"));
        Assert.Equal(new Money(10m, "EUR"), await PriceAsync(host, null));
        Assert.Equal(new Money(11m, "CHF"), await PriceAsync(host, "CH"));

        // The shop's own country, one without a market and none share an answer.
        Assert.Equal(2, host.CallsTo("ProductDetail"));
        Assert.Equal(1, host.CallsTo("SfCountries"));
    }

    [Fact]
    public async Task Sale_and_unit_price_are_those_of_the_country()
    {
        await using var host = await HostAsync();

        var offer = (await ProductAsync(host, "CH"))!.Variants[0];

        Assert.Equal((new Money(13m, "CHF"), new Money(22m, "CHF"), new UnitMeasure(1, "kg")), (offer.CompareAtPrice, offer.UnitPrice, offer.UnitMeasure));
    }

    [Fact]
    public async Task Change_of_the_product_is_seen_in_every_country()
    {
        await using var host = await HostAsync();
        await PriceAsync(host, "CH");
        await PriceAsync(host, null);
        await TellAsync(host, "products/update", """{"id":1}""");

        await PriceAsync(host, "CH");
        await PriceAsync(host, null);

        Assert.Equal(4, host.CallsTo("ProductDetail"));
    }

    [Fact]
    public async Task Variants_before_a_purchase_are_in_the_currency_of_the_country()
    {
        await using var host = await HostAsync();
        host.Answers["VariantsByIds"] = body => Task.FromResult((200, body.Contains(Swiss, StringComparison.Ordinal)
            ? Shop.Variants((11, "10.00", 5)).Replace("\"price\"", $"{Contextual},\"price\"", StringComparison.Ordinal) : Shop.Variants((11, "10.00", 5))));

        Assert.Equal(new Money(11m, "CHF"), (await VariantAsync(host, "CH")).Price);
        Assert.Equal(new Money(10m, "EUR"), (await VariantAsync(host, null)).Price);
    }

    [Fact]
    public async Task List_asks_for_the_prices_of_the_country()
    {
        await using var host = await HostAsync();
        var store = await ProfileAsync(host, "CH");

        await host.EndAsync(Catalog(host).GetProductsAsync(store, new ProductListing(), null, 9, Token).AsTask());

        // The other one is asked when the shop is looked at.
        Assert.Single(host.Calls, call => call.Body.Contains(" ProductsPage(", StringComparison.Ordinal) && call.Body.Contains(Swiss, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_index_finds_is_priced_for_the_country()
    {
        await using var host = await HostAsync(search: true);
        host.Always("ProductPrices", """
            {"data":{"nodes":[{"id":"gid://shopify/Product/1","contextualPricing":{"priceRange":{"minVariantPrice":{"amount":"11.0","currencyCode":"CHF"},"maxVariantPrice":{"amount":"15.0","currencyCode":"CHF"}}}}]}}
            """);
        var search = host.Services.GetRequiredService<CatalogSearch>().Search!;
        var id = (await host.StoreAsync()).Id;
        await search.PutAsync(id, [new SearchableProduct { ProductId = ProductId, Title = "Mug", LowestPrice = new Money(10m, "EUR"), ChangedAt = host.Time.GetUtcNow(), SeenAt = host.Time.GetUtcNow() }], Token);
        await search.CompleteAsync(id, host.Time.GetUtcNow(), host.Time.GetUtcNow(), Token);

        foreach (var (country, price, differ) in new[] { ("CH", new Money(11m, "CHF"), true), ("DE", new Money(10m, "EUR"), false), ("CH", new Money(11m, "CHF"), true) })
        {
            var found = await host.EndAsync(Catalog(host).GetProductsAsync(await ProfileAsync(host, country), new ProductListing(Text: "mug"), null, 9, Token).AsTask());
            var card = Assert.Single(found.Items);
            Assert.Equal((price, differ), (card.LowestPrice, card.PricesDiffer));
        }

        Assert.Equal(1, host.CallsTo("ProductPrices"));
    }

    [Theory]
    [InlineData("CH", true)]
    [InlineData("DE", false)]
    [InlineData(null, false)]
    public async Task Cart_is_made_in_the_country(string? country, bool named)
    {
        await using var host = await HostAsync();
        host.Always("CartCreate", Shop.Cart("", (11, 1, "10.0")));

        await CheckOutAsync(host, country);

        Assert.Equal(named, host.Calls.Single(call => call.Body.Contains("CartCreate", StringComparison.Ordinal)).Body.Contains("\"buyerIdentity\":{\"countryCode\":\"CH\"}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invoice_is_in_the_currency_of_the_country()
    {
        await using var host = await HostAsync();
        host.Pages["/password"] = (200, "");
        host.Pages["/"] = (302, "/password");
        host.Always("DraftOrderCreate", Shop.Draft(ready: true));
        host.Always("VariantsByIds", Shop.Variants((11, "10.00", 5)));

        var result = await CheckOutAsync(host, "CH");

        Assert.Equal(CheckoutWays.DraftOrderInvoice, result.Way);
        Assert.Contains("\"presentmentCurrencyCode\":\"CHF\"", host.Calls.Single(call => call.Body.Contains("DraftOrderCreate", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shop_that_does_not_answer_any_more_keeps_its_currencies_and_is_asked_once_a_minute()
    {
        await using var host = await HostAsync();
        Assert.Equal(new Money(11m, "CHF"), await PriceAsync(host, "CH"));
        host.Always("SfCountries", "<html>busy</html>", 503);
        await TellAsync(host, "shop/update", """{"name":"Demo","currency":"EUR"}""");

        Assert.Equal(new Money(11m, "CHF"), await PriceAsync(host, "CH"));
        var asked = host.CallsTo("SfCountries");
        Assert.True(asked > 1);
        Assert.Equal(new Money(11m, "CHF"), await PriceAsync(host, "CH"));
        Assert.Equal(asked, host.CallsTo("SfCountries"));

        host.Time.Advance(TimeSpan.FromMinutes(2));
        await PriceAsync(host, "CH");
        Assert.True(host.CallsTo("SfCountries") > asked);
    }

    [Theory]
    [InlineData("SfCountries", """{"data":null,"errors":[{"message":"Access denied","extensions":{"code":"ACCESS_DENIED"}}]}""")]
    [InlineData("SfVisibleProducts", """{"data":{"products":{"nodes":[]}}}""")]
    public async Task Shop_whose_carts_cannot_be_in_a_country_shows_its_own_prices(string operation, string answer)
    {
        await using var host = await HostAsync();
        host.Always(operation, answer);

        Assert.Equal(new Money(10m, "EUR"), await PriceAsync(host, "CH"));
        Assert.Empty(await host.EndAsync(Catalog(host).GetCountriesAsync(await ProfileAsync(host, "CH"), Token).AsTask()));
    }

    private const string Contextual =
        """
        "contextualPricing":{"price":{"amount":"11.0","currencyCode":"CHF"},"compareAtPrice":{"amount":"13.0","currencyCode":"CHF"},"unitPrice":{"amount":"22.0","currencyCode":"CHF"}}
        """;

    private static async Task<ShopHost> HostAsync(bool search = false)
    {
        var host = await ShopHost.StartAsync(search: search);
        host.Answers["ProductDetail"] = body => Task.FromResult((200, Product(body.Contains(Swiss, StringComparison.Ordinal) ? Contextual + "," : "")));
        return host;
    }

    private static Task TellAsync(ShopHost host, string topic, string body) => host.Services.GetRequiredService<ShopifyEvents>().AcceptAsync(
        new ShopifyWebhook { Topic = topic, ShopDomain = ShopDomain.Parse(ShopHost.Shop), TriggeredAt = host.Time.GetUtcNow(), Body = Encoding.UTF8.GetBytes(body) }, Token);

    private static IShopCatalog Catalog(ShopHost host) => host.Services.GetRequiredService<IShopCatalog>();

    private static async Task<StoreProfile> ProfileAsync(ShopHost host, string? country) => (await host.StoreAsync()).Profile with { Country = country };

    private static async Task<ProductDetails?> ProductAsync(ShopHost host, string? country) =>
        await host.EndAsync(Catalog(host).GetProductAsync(await ProfileAsync(host, country), ProductId, Token).AsTask());

    private static async Task<Money> PriceAsync(ShopHost host, string? country) => (await ProductAsync(host, country))!.Variants[0].Price;

    private static async Task<VariantOffer> VariantAsync(ShopHost host, string? country) =>
        (await host.EndAsync(Catalog(host).GetVariantsAsync(await ProfileAsync(host, country), [Shop.Variant(11)], Token).AsTask()))[0]!;

    private static async Task<CheckoutResult> CheckOutAsync(ShopHost host, string? country) => await host.EndAsync(host.Services.GetRequiredService<IShopCheckout>()
        .CreateAsync(await ProfileAsync(host, country), new CheckoutOrder(CustomerId.New(), [new CheckoutLine(Shop.Variant(11), 1)]), Token).AsTask());

    private static string Product(string contextual) => $$$$"""
        {"data":{"product":{"id":"{{{{ProductId}}}}","handle":"mug","title":"Mug","vendor":"","descriptionHtml":"","status":"ACTIVE","onlineStoreUrl":null,"hasOnlyDefaultVariant":true,
        "priceRangeV2":{"minVariantPrice":{"amount":"10.0","currencyCode":"EUR"},"maxVariantPrice":{"amount":"10.0","currencyCode":"EUR"}},"options":[],"media":{"nodes":[]},
        "variants":{"nodes":[{"id":"{{{{Shop.Variant(11)}}}}","title":"Default Title","price":"10.00",{{{{contextual}}}}"availableForSale":true,"inventoryPolicy":"DENY","showUnitPrice":true,
        "unitPrice":{"amount":"20.0","currencyCode":"EUR"},"unitPriceMeasurement":{"quantityValue":500.0,"quantityUnit":"G","referenceValue":1,"referenceUnit":"KG"},
        "sellableOnlineQuantity":3,"inventoryItem":{"tracked":true},"selectedOptions":[],"media":{"nodes":[]} }],"pageInfo":{"hasNextPage":false,"endCursor":null} } } } }
        """;
}
