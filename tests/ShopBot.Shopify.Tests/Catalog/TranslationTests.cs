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

    [Fact]
    public async Task Options_are_in_the_customers_language_and_mean_the_same_variants()
    {
        await using var host = await ShopHost.StartAsync();
        Speaks(host, """{"name":"Rot","translations":[]},{"name":"Blue","translations":[{"value":"Blau"}]}""");

        var product = (await ProductAsync(host, "de"))!;

        Assert.Equal(("Farbe", "Größe"), (product.Options[0].Name, product.Options[1].Name));
        Assert.Equal(["Rot", "Blau"], product.Options[0].Values);
        Assert.Equal(["Klein", "Large"], product.Options[1].Values);
        Assert.Equal(
            [("gid://shopify/ProductVariant/1", "Rot / Klein"), ("gid://shopify/ProductVariant/2", "Blau / Large")],
            product.Variants.Select(variant => (variant.Id, variant.Title)));
        Assert.All(product.Variants, variant => Assert.All(variant.OptionValues.Zip(product.Options), pair => Assert.Contains(pair.First, pair.Second.Values)));
        Assert.Equal("Rot / Small", (await ProductAsync(host, "en"))!.Variants[0].Title);
        Assert.Equal(1, host.CallsTo("OptionTranslations"));
    }

    [Fact]
    public async Task Values_that_would_be_one_word_keep_the_merchants()
    {
        await using var host = await ShopHost.StartAsync();
        Speaks(host, """{"name":"Rot","translations":[{"value":"Farbig"}]},{"name":"Blue","translations":[{"value":"Farbig"}]}""");

        var product = (await ProductAsync(host, "de"))!;

        Assert.Equal(("Farbe", "Rot / Klein", "Blue / Large"), (product.Options[0].Name, product.Variants[0].Title, product.Variants[1].Title));
        Assert.Equal(["Rot", "Blue"], product.Options[0].Values);
    }

    [Fact]
    public async Task Variant_in_a_cart_is_named_in_the_customers_language()
    {
        await using var host = await ShopHost.StartAsync();
        Speaks(host, """{"name":"Rot","translations":[]},{"name":"Blue","translations":[{"value":"Blau"}]}""");
        var variant = Variant(2, "Blue", "Large")[..^1];
        host.Always("VariantsByIds", $$"""{"data":{"nodes":[{{variant}},"product":{"id":"gid://shopify/Product/1","title":"Shirt","status":"ACTIVE","hasOnlyDefaultVariant":false} }]} }""");

        var offer = (await host.Services.GetRequiredService<IShopCatalog>().GetVariantsAsync((await host.StoreAsync()).Profile with { Locale = "de" }, ["gid://shopify/ProductVariant/2"], Token))[0]!;

        Assert.Equal("Shirt – Blau / Large", offer.FullTitle);
    }

    [Theory]
    [InlineData("9001", "gid://shopify/ProductVariant/9001")]
    [InlineData("shopify_US_812_9001", "gid://shopify/ProductVariant/9001")]
    [InlineData("gid://shopify/ProductVariant/9001", "gid://shopify/ProductVariant/9001")]
    [InlineData("SKU-9", null)]
    [InlineData("", null)]
    public void Catalogue_item_is_a_variant(string retailerId, string? variant) => Assert.Equal(variant, RetailerId.ToVariant(retailerId));

    private static void Speaks(ShopHost host, string colours)
    {
        host.Always("ShopLocales", Locales);
        host.Always("TranslationsByIds", """{"data":{"nodes":[{"id":"gid://shopify/Product/1","translations":[]}]}}""");
        host.Always("OptionTranslations", $$"""
            {"data":{"nodes":[{"id":"gid://shopify/Product/1","options":[
              {"name":"Colour","translations":[{"value":"Farbe"}],"optionValues":[{{colours}}]},
              {"name":"Size","translations":[{"value":"Größe"}],"optionValues":[{"name":"Small","translations":[{"value":"Klein"}]},{"name":"Large","translations":[]}]}]}]} }
            """);
        var variants = $"{Variant(1, "Rot", "Small")},{Variant(2, "Blue", "Large")}";
        host.Always("ProductDetail", $$$"""
            {"data":{"product":{"id":"gid://shopify/Product/1","handle":"shirt","title":"Shirt","vendor":"","descriptionHtml":"","status":"ACTIVE","onlineStoreUrl":null,"hasOnlyDefaultVariant":false,
            "priceRangeV2":{"minVariantPrice":{"amount":"10.0","currencyCode":"EUR"},"maxVariantPrice":{"amount":"10.0","currencyCode":"EUR"}},
            "options":[{"name":"Colour","optionValues":[{"name":"Rot"},{"name":"Blue"}]},{"name":"Size","optionValues":[{"name":"Small"},{"name":"Large"}]}],"media":{"nodes":[]},
            "variants":{"nodes":[{{{variants}}}],"pageInfo":{"hasNextPage":false,"endCursor":null} } } } }
            """);
    }

    private static string Variant(int number, string colour, string size) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""
        {"id":"gid://shopify/ProductVariant/{{number}}","title":"{{colour}} / {{size}}","price":"10.00","availableForSale":true,"inventoryPolicy":"DENY","sellableOnlineQuantity":3,
        "inventoryItem":{"tracked":true},"selectedOptions":[{"name":"Colour","value":"{{colour}}"},{"name":"Size","value":"{{size}}"}],"media":{"nodes":[]} }
        """);

    private static async Task<ProductDetails?> ProductAsync(ShopHost host, string locale) =>
        await host.Services.GetRequiredService<IShopCatalog>().GetProductAsync((await host.StoreAsync()).Profile with { Locale = locale }, "gid://shopify/Product/1", Token);

    private static async Task<CatalogPage<ProductCard>> ListAsync(ShopHost host, string locale)
    {
        var store = (await host.StoreAsync()).Profile with { Locale = locale };
        return await host.Services.GetRequiredService<IShopCatalog>().GetProductsAsync(store, new ProductListing(), null, 9, Token);
    }
}
