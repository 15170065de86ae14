using System.Text.Json.Nodes;

namespace ShopBot.TestSupport.Stubs;

/// <summary>What every shop of the <see cref="ShopifyStub"/> sells: one collection with one product in two variants.</summary>
internal static class StubCatalog
{
    private const string Product = "gid://shopify/Product/7001";
    private const string Currency = "EUR";

    public static JsonObject? Answer(string operation, string shop, string title) => operation switch
    {
        "ShopInfo" => new JsonObject { ["shop"] = Shop(shop) },
        "ShopLocales" => Data("shopLocales", """[{"locale":"en","primary":true}]"""),
        "WebhookCreate" => Data("webhookSubscriptionCreate", """{"webhookSubscription":{"id":"gid://shopify/WebhookSubscription/1"},"userErrors":[]}"""),
        "CollectionsPage" => Data("collections", """
            {"nodes":[{"id":"gid://shopify/Collection/501","handle":"hats","title":"Hats","description":"For heads","image":null,"productsCount":{"count":1}}],
             "pageInfo":{"hasNextPage":false,"endCursor":null}}
            """),
        "ProductsPage" => new JsonObject { ["products"] = new JsonObject { ["nodes"] = new JsonArray(Summary(title)), ["pageInfo"] = LastPage() } },
        "ProductDetail" => new JsonObject { ["product"] = Detail(title) },
        "VariantsByIds" => new JsonObject { ["nodes"] = new JsonArray(Variant(9001, "Red", withProduct: true)) },
        "CartCreate" => Data("cartCreate", $$$"""
            {"cart":{"id":"gid://shopify/Cart/abc?key=def","checkoutUrl":"https://{{{shop}}}/cart/c/abc?key=def","totalQuantity":1,
             "cost":{"totalAmount":{"amount":"19.9","currencyCode":"EUR"}},
             "lines":{"nodes":[{"quantity":1,"merchandise":{"id":"gid://shopify/ProductVariant/9001"}}]} },"userErrors":[],"warnings":[]}
            """),
        _ => null,
    };

    private static JsonObject Data(string field, string json) => new() { [field] = JsonNode.Parse(json) };

    private static JsonObject LastPage() => new() { ["hasNextPage"] = false, ["endCursor"] = null };

    private static JsonObject Shop(string shop) => new()
    {
        ["id"] = "gid://shopify/Shop/42",
        ["name"] = Name(shop),
        ["myshopifyDomain"] = shop,
        ["primaryDomain"] = new JsonObject { ["host"] = shop, ["url"] = $"https://{shop}" },
        ["currencyCode"] = Currency,
        ["currencyFormats"] = new JsonObject { ["moneyFormat"] = "€{{amount}}" },
        ["ianaTimezone"] = "Europe/Berlin",
        ["taxesIncluded"] = true,
        ["shipsToCountries"] = new JsonArray("DE"),
        ["plan"] = new JsonObject { ["publicDisplayName"] = "Basic", ["partnerDevelopment"] = true },
        ["shopAddress"] = new JsonObject { ["countryCodeV2"] = "DE" },
    };

    public static string Name(string shop) => $"The {shop.Split('.')[0]} shop";

    private static JsonObject Summary(string title) => new()
    {
        ["id"] = Product,
        ["handle"] = "felt-hat",
        ["title"] = title,
        ["description"] = "Warm and round.",
        ["totalInventory"] = 8,
        ["hasOnlyDefaultVariant"] = false,
        ["variantsCount"] = new JsonObject { ["count"] = 2 },
        ["priceRangeV2"] = Prices(),
        ["compareAtPriceRange"] = null,
        ["featuredMedia"] = null,
    };

    private static JsonObject Detail(string title) => new()
    {
        ["id"] = Product,
        ["handle"] = "felt-hat",
        ["title"] = title,
        ["vendor"] = "Milliner",
        ["descriptionHtml"] = "<p>Warm and round.</p>",
        ["status"] = "ACTIVE",
        ["onlineStoreUrl"] = null,
        ["hasOnlyDefaultVariant"] = false,
        ["priceRangeV2"] = Prices(),
        ["options"] = JsonNode.Parse("""[{"name":"Colour","optionValues":[{"name":"Red"},{"name":"Blue"}]}]"""),
        ["media"] = new JsonObject { ["nodes"] = new JsonArray() },
        ["variants"] = new JsonObject { ["nodes"] = new JsonArray(Variant(9001, "Red"), Variant(9002, "Blue")), ["pageInfo"] = LastPage() },
    };

    private static JsonObject Variant(int id, string colour, bool withProduct = false)
    {
        var variant = new JsonObject
        {
            ["__typename"] = "ProductVariant",
            ["id"] = $"gid://shopify/ProductVariant/{id}",
            ["title"] = colour,
            ["sku"] = $"HAT-{id}",
            ["price"] = "19.90",
            ["compareAtPrice"] = null,
            ["availableForSale"] = true,
            ["inventoryPolicy"] = "DENY",
            ["sellableOnlineQuantity"] = 4,
            ["inventoryItem"] = new JsonObject { ["tracked"] = true },
            ["selectedOptions"] = new JsonArray(new JsonObject { ["name"] = "Colour", ["value"] = colour }),
            ["media"] = new JsonObject { ["nodes"] = new JsonArray() },
        };
        if (withProduct)
            variant["product"] = new JsonObject { ["id"] = Product, ["title"] = "Felt Hat", ["status"] = "ACTIVE", ["hasOnlyDefaultVariant"] = false };
        return variant;
    }

    private static JsonObject Prices()
    {
        return new JsonObject { ["minVariantPrice"] = Price(), ["maxVariantPrice"] = Price() };

        static JsonObject Price() => new() { ["amount"] = "19.9", ["currencyCode"] = Currency };
    }
}
