namespace Shopify.Client.Tests.Support;

/// <summary>Answers in Shopify's words.</summary>
internal static class Answers
{
    public const string Shop = """
        {"data":{"shop":{"id":"gid://shopify/Shop/1","name":"Demo","myshopifyDomain":"demo-shop.myshopify.com",
          "primaryDomain":{"host":"demo.example","url":"https://demo.example"},"currencyCode":"EUR",
          "currencyFormats":{"moneyFormat":"{{amount}} €"},"ianaTimezone":"Europe/Berlin","taxesIncluded":true,
          "shipsToCountries":["DE","AT"],"plan":{"publicDisplayName":"Basic","partnerDevelopment":true},
          "shopAddress":{"countryCodeV2":"DE"}}},
         "extensions":{"cost":{"requestedQueryCost":6,"actualQueryCost":5,
          "throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":1994,"restoreRate":100.0}}}}
        """;

    public const string Throttled = """
        {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED","documentation":"https://shopify.dev/api/usage/rate-limits"}}],
         "extensions":{"cost":{"requestedQueryCost":202,"actualQueryCost":null,
          "throttleStatus":{"maximumAvailable":2000,"currentlyAvailable":118,"restoreRate":100}}}}
        """;

    public const string CartCreated = """
        {"data":{"cartCreate":{"cart":{"id":"gid://shopify/Cart/abc?key=k1","checkoutUrl":"https://demo.example/cart/c/abc?key=k1",
          "totalQuantity":2,"cost":{"totalAmount":{"amount":"25.0","currencyCode":"EUR"}},
          "lines":{"nodes":[{"quantity":2,"merchandise":{"id":"gid://shopify/ProductVariant/9"}}]}},
          "userErrors":[],"warnings":[]}}}
        """;

    public static string Error(string code, string message = "no") =>
        $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"{{{code}}}"}}]}""";
}
