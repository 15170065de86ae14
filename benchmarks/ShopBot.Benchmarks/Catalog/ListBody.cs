using System.Globalization;
using System.Text;

namespace ShopBot.Benchmarks.Catalog;

/// <summary>Shopify's answer to a list of ten products as the chat shows it, without pictures and variants, about 7 kB; the shop's languages are in the same answer.</summary>
internal static class ListBody
{
    public static byte[] Create() => Encoding.UTF8.GetBytes(
        $$$$$"""
        {"data":{"shopLocales":[{"locale":"en","primary":true}],"products":{"nodes":[{{{{{string.Join(',', Enumerable.Range(1, 10).Select(Product))}}}}}],
        "pageInfo":{"hasNextPage":true,"endCursor":"eyJsYXN0X2lkIjo4NDE5Mjk0NjA1OTksImxhc3RfdmFsdWUiOiJXb29sIn0="}}},
        "extensions":{"cost":{"requestedQueryCost":22,"actualQueryCost":22,"throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":1978,"restoreRate":100.0}}}}
        """.ReplaceLineEndings(""));

    /// <summary>With the head of the HTTP answer.</summary>
    public static byte[] WithHead(byte[] body) => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];

    private static string Product(int n) => string.Create(CultureInfo.InvariantCulture, $$$$$"""
        {"id":"gid://shopify/Product/84192946{{{{{n:D4}}}}}","handle":"merino-jumper-no-{{{{{n}}}}}","title":"Merino Jumper No. {{{{{n}}}}}",
        "description":"A warm jumper of fine merino wool, knitted in one piece. Number {{{{{n}}}}}.","status":"ACTIVE","totalInventory":{{{{{n * 4}}}}},
        "hasOnlyDefaultVariant":false,"variantsCount":{"count":4},
        "priceRangeV2":{"minVariantPrice":{"amount":"{{{{{40 + n}}}}}.5","currencyCode":"EUR"},"maxVariantPrice":{"amount":"{{{{{48 + n}}}}}.0","currencyCode":"EUR"}},
        "compareAtPriceRange":null,"featuredMedia":{"preview":{"image":{"url":"https://cdn.shopify.com/s/files/1/06/products/m{{{{{n}}}}}.jpg?v=1701"}}}}
        """);
}
