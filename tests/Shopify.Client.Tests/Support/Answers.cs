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

    public const string CartCreated = """{"data":{"cartCreate":{"cart":""" + Cart + ""","userErrors":[],"warnings":[]}}}""";

    public const string Cart = """
        {"id":"gid://shopify/Cart/abc?key=k1","checkoutUrl":"https://demo.example/cart/c/abc?key=k1",
          "createdAt":"2026-11-22T12:00:00Z","updatedAt":"2026-11-22T12:01:00Z","totalQuantity":2,"note":"",
          "attributes":[{"key":"chat_ref","value":"c_42"}],"discountCodes":[{"code":"SAVE10","applicable":true}],
          "buyerIdentity":{"countryCode":"DE","email":null,"phone":null},
          "cost":{"subtotalAmount":{"amount":"25.0","currencyCode":"EUR"},"totalAmount":{"amount":"22.5","currencyCode":"EUR"},"totalAmountEstimated":true},
          "lines":{"nodes":[{"id":"gid://shopify/CartLine/1?cart=abc","quantity":2,"attributes":[{"key":"gift","value":"yes"}],
            "cost":{"amountPerQuantity":{"amount":"12.5","currencyCode":"EUR"},"compareAtAmountPerQuantity":null,"totalAmount":{"amount":"22.5","currencyCode":"EUR"}},
            "discountAllocations":[{"discountedAmount":{"amount":"2.5","currencyCode":"EUR"}}],
            "merchandise":{"__typename":"ProductVariant","id":"gid://shopify/ProductVariant/9","title":"M","sku":"H-M","availableForSale":true,"quantityAvailable":7,
              "selectedOptions":[{"name":"Size","value":"M"}],"image":{"url":"https://cdn.example/m.jpg"},
              "product":{"id":"gid://shopify/Product/1","handle":"hoodie","title":"Hoodie"}}}],
          "pageInfo":{"hasNextPage":false}}}
        """;

    public static string Error(string code, string message = "no") =>
        $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"{{{code}}}"}}]}""";
}
