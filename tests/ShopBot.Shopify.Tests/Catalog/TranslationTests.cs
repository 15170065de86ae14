using Microsoft.Extensions.DependencyInjection;
using ShopBot.Shopify.Catalog;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopify.Tests.Catalog;

public sealed class TranslationTests
{
    private const string Locales = """{"data":{"shopLocales":[{"locale":"en","primary":true},{"locale":"de","primary":false},{"locale":"pt-BR","primary":false}]}}""";
    private const string German = """{"data":{"nodes":[{"id":"gid://shopify/Product/1","translations":[{"key":"title","value":"Becher"},{"key":"body_html","value":"<p>Für Kaffee</p>"}]}]}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Products_are_named_in_the_customers_language_where_the_shop_has_it()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("ShopLocales", Locales);
        host.Always("TranslationsByIds", German);

        Assert.Equal("Becher", Assert.Single((await ListAsync(host, "de")).Items).Title);
        Assert.Equal("Becher", Assert.Single((await ListAsync(host, "de-AT")).Items).Title);
        Assert.Equal("Mug", Assert.Single((await ListAsync(host, "en")).Items).Title);
        Assert.Equal("Mug", Assert.Single((await ListAsync(host, "fr")).Items).Title);
        Assert.Equal(1, host.CallsTo("TranslationsByIds"));
        Assert.Equal(1, host.CallsTo("ShopLocales"));
    }

    [Theory]
    [InlineData("ShopLocales")]
    [InlineData("TranslationsByIds")]
    public async Task Without_the_right_to_read_translations_the_shops_own_words_stand(string refused)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("ShopLocales", Locales);
        host.Always("TranslationsByIds", German);
        host.Always(refused, """{"data":null,"errors":[{"message":"Access denied","extensions":{"code":"ACCESS_DENIED"}}]}""");

        Assert.Equal("Mug", Assert.Single((await ListAsync(host, "de")).Items).Title);
    }

    [Theory]
    [InlineData("9001", "gid://shopify/ProductVariant/9001")]
    [InlineData("shopify_US_812_9001", "gid://shopify/ProductVariant/9001")]
    [InlineData("gid://shopify/ProductVariant/9001", "gid://shopify/ProductVariant/9001")]
    [InlineData("SKU-9", null)]
    [InlineData("", null)]
    public void Catalogue_item_is_a_variant(string retailerId, string? variant) => Assert.Equal(variant, RetailerId.ToVariant(retailerId));

    private static async Task<CatalogPage<ProductCard>> ListAsync(ShopHost host, string locale)
    {
        var store = (await host.StoreAsync()).Profile with { Locale = locale };
        return await host.Services.GetRequiredService<IShopCatalog>().GetProductsAsync(store, new ProductListing(), null, 9, Token);
    }
}
