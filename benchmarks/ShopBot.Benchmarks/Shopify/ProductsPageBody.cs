using System.Globalization;
using System.Text;

namespace ShopBot.Benchmarks.Shopify;

/// <summary>The answer to a list of 20 products with two pictures and four variants each, about 43 kB: what a busy shop reads all day.</summary>
internal static class ProductsPageBody
{
    private static readonly string[] Sizes = ["S", "M", "L", "XL"];

    public static byte[] Create()
    {
        var json = new StringBuilder("""{"data":{"products":{"nodes":[""");
        for (var product = 1; product <= 20; product++)
            json.Append(product == 1 ? "" : ",").Append(Product(product));
        json.Append("""
            ],"pageInfo":{"hasNextPage":true,"endCursor":"eyJsYXN0X2lkIjo4NDE5Mjk0NjA1OTksImxhc3RfdmFsdWUiOiJXb29sIn0="}}},
            """);
        json.Append("""
            "extensions":{"cost":{"requestedQueryCost":412,"actualQueryCost":371,"throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":1629,"restoreRate":100.0}}}}
            """);
        return Encoding.UTF8.GetBytes(json.ToString());
    }

    private static string Product(int n) => string.Create(CultureInfo.InvariantCulture, $$$$"""
        {"id":"gid://shopify/Product/84192946{{{{n:D4}}}}","handle":"merino-jumper-no-{{{{n}}}}","title":"Merino Jumper No. {{{{n}}}}",
        "description":"A warm jumper of fine merino wool, knitted in one piece. Number {{{{n}}}}.",
        "status":"ACTIVE","totalInventory":{{{{n * 4}}}},"hasOnlyDefaultVariant":false,"variantsCount":{"count":4},
        "priceRangeV2":{"minVariantPrice":{"amount":"{{{{40 + n}}}}.5","currencyCode":"EUR"},"maxVariantPrice":{"amount":"{{{{48 + n}}}}.0","currencyCode":"EUR"}},
        "compareAtPriceRange":{"minVariantCompareAtPrice":{"amount":"{{{{60 + n}}}}.0","currencyCode":"EUR"},"maxVariantCompareAtPrice":{"amount":"{{{{70 + n}}}}.0","currencyCode":"EUR"}},
        "featuredMedia":{"alt":"Jumper {{{{n}}}}","preview":{"image":{"url":"{{{{Image(n, 1)}}}}"}}},
        "media":{"nodes":[{"alt":"Jumper {{{{n}}}}","preview":{"image":{"url":"{{{{Image(n, 1)}}}}"}}},{"alt":"Back","preview":{"image":{"url":"{{{{Image(n, 2)}}}}"}}}]},
        "variants":{"nodes":[{{{{string.Join(',', Enumerable.Range(0, 4).Select(variant => Variant(n, variant)))}}}}],"pageInfo":{"hasNextPage":false,"endCursor":null}}}
        """).ReplaceLineEndings("");

    private static string Variant(int n, int variant) => string.Create(CultureInfo.InvariantCulture, $$$$"""
        {"id":"gid://shopify/ProductVariant/48540157{{{{(n * 10) + variant:D6}}}}","title":"{{{{Sizes[variant]}}}}","sku":"MJ-{{{{n:D3}}}}-{{{{Sizes[variant]}}}}",
        "price":"{{{{40 + n + (variant * 2)}}}}.50","compareAtPrice":null,"availableForSale":true,"inventoryPolicy":"DENY","sellableOnlineQuantity":{{{{variant + 1}}}},
        "inventoryItem":{"tracked":true},"selectedOptions":[{"name":"Size","value":"{{{{Sizes[variant]}}}}"}],"media":{"nodes":[]}}
        """).ReplaceLineEndings("");

    private static string Image(int n, int picture) =>
        string.Create(CultureInfo.InvariantCulture, $"https://cdn.shopify.com/s/files/1/06/products/m{n}-{picture}.jpg?v=1701{n:D4}");
}
