using System.Globalization;

namespace ShopBot.Shopify.Tests.Checkout;

/// <summary>Answers of a shop, as JSON.</summary>
internal static class Shop
{
    public const string Link = "https://demo-shop.myshopify.com/cart/c/abc?key=1";

    public static string Variant(int number) => string.Create(CultureInfo.InvariantCulture, $"gid://shopify/ProductVariant/{number}");

    /// <summary>A made cart.</summary>
    public static string Cart(string warnings, params (int Variant, int Quantity, string Price)[] lines) =>
        $$$$"""
        {"data":{"cartCreate":{"cart":{"id":"gid://shopify/Cart/abc?key=1","checkoutUrl":"{{{{Link}}}}","totalQuantity":{{{{lines.Sum(line => line.Quantity)}}}},
        "cost":{"totalAmount":{"amount":"37.5","currencyCode":"EUR"}},"lines":{"nodes":[{{{{string.Join(',', lines.Select(Line))}}}}],"pageInfo":{"hasNextPage":false}}},
        "userErrors":[],"warnings":[{{{{warnings}}}}]}}}
        """;

    public static string CartErrors(params string[] errors) =>
        $$$$"""{"data":{"cartCreate":{"cart":null,"userErrors":[{{{{string.Join(',', errors)}}}}],"warnings":[]}}}""";

    public static string LineError(int index) =>
        $$"""{"field":["input","lines","{{index}}","merchandiseId"],"message":"The merchandise does not exist.","code":"INVALID"}""";

    public static string Warning(string code, string message) => $$"""{"code":"{{code}}","message":"{{message}}","target":"gid://shopify/CartLine/1"}""";

    /// <summary>Today's variants as the Admin API tells them; null for one that is gone.</summary>
    public static string Variants(params (int Variant, string Price, int? Stock)?[] variants) =>
        $$$$"""{"data":{"nodes":[{{{{string.Join(',', variants.Select(Node))}}}}]}}""";

    public static string Draft(bool ready, string operation = "draftOrderCreate") =>
        $$$$"""
        {"data":{"{{{{operation}}}}":{"draftOrder":{{{{DraftBody(ready)}}}},"userErrors":[]}}}
        """;

    public static string DraftBody(bool ready) =>
        $$"""
        {"id":"gid://shopify/DraftOrder/5","legacyResourceId":"5","name":"#D5","status":"OPEN","ready":{{(ready ? "true" : "false")}},
        "invoiceUrl":{{(ready ? "\"https://demo-shop.myshopify.com/1/invoices/abc\"" : "null")}},"customAttributes":[],"warnings":[]}
        """;

    private static string Line((int Variant, int Quantity, string Price) line) =>
        $$$$"""
        {"id":"gid://shopify/CartLine/{{{{line.Variant}}}}","quantity":{{{{line.Quantity}}}},"attributes":[],
        "cost":{"amountPerQuantity":{"amount":"{{{{line.Price}}}}","currencyCode":"EUR"},"totalAmount":{"amount":"{{{{line.Price}}}}","currencyCode":"EUR"}},
        "merchandise":{"__typename":"ProductVariant","id":"{{{{Variant(line.Variant)}}}}","title":"Default Title","availableForSale":true,"product":{"id":"gid://shopify/Product/1","handle":"mug","title":"Mug"}}}
        """;

    private static string Node((int Variant, string Price, int? Stock)? variant) => variant is not { } it ? "null" :
        $$$$"""
        {"id":"{{{{Variant(it.Variant)}}}}","title":"Default Title","price":"{{{{it.Price}}}}","availableForSale":{{{{(it.Stock == 0 ? "false" : "true")}}}},
        "inventoryPolicy":"DENY","sellableOnlineQuantity":{{{{(it.Stock ?? 0).ToString(CultureInfo.InvariantCulture)}}}},"inventoryItem":{"tracked":{{{{(it.Stock is null ? "false" : "true")}}}}},
        "selectedOptions":[],"media":{"nodes":[]},"product":{"id":"gid://shopify/Product/1","title":"Mug","status":"ACTIVE","hasOnlyDefaultVariant":true}}
        """;
}
