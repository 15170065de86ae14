using System.Security.Cryptography;
using System.Text;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Catalog;
using Shopify.Client;

namespace ShopBot.Shopify.Catalog;

/// <summary>Keys and tags of the catalogue in the cache. Each begins with the store, so that no store can be served another's answer.</summary>
internal static class CatalogKeys
{
    /// <summary>The tag of all that is cached of a store's catalogue.</summary>
    public static string Everything(StoreId store) => $"{store}:catalog";

    /// <summary>The tag of collections, products in lists, and found products.</summary>
    public static string Lists(StoreId store) => $"{store}:catalog:lists";

    /// <summary>The tag of products with their variants.</summary>
    public static string Products(StoreId store) => $"{store}:catalog:products";

    public static string Currency(StoreId store) => $"{store}:catalog:currency";

    public static string Locales(StoreId store) => $"{store}:catalog:locales";

    public static string Translations(StoreId store, string locale, IReadOnlyList<string> ids) =>
        $"{store}:catalog:translations:{locale}:{Hash(string.Join('|', ids))}";

    public static string Options(StoreId store, string locale, IReadOnlyList<string> ids) => $"{store}:catalog:options:{locale}:{Hash(string.Join('|', ids))}";

    public static string Countries(StoreId store) => $"{store}:catalog:countries";

    public static string Product(StoreId store, string id) => $"{store}:catalog:product:{id}";

    /// <summary>A product in the prices of a country, as long as the product's stamp is this one.</summary>
    public static string Product(StoreId store, string id, string country, string stamp) => $"{store}:catalog:product:{id}:{country}:{stamp}";

    /// <summary>What is forgotten of a product to forget it in all countries.</summary>
    public static string Stamp(StoreId store, string id) => $"{store}:catalog:stamp:{id}";

    public static string Prices(StoreId store, string country, IReadOnlyList<string> ids) => $"{store}:catalog:prices:{country}:{Hash(string.Join('|', ids))}";

    public static string Collections(StoreId store, int count, string? cursor) => $"{store}:catalog:collections:{count}:{cursor}";

    public static string Listing(StoreId store, string? country, ProductListing listing, ShopifySearch? search, string? cursor, int count) =>
        $"{store}:catalog:listing:{country}:{count}:{listing.CollectionId}:{Hash(search?.ToString())}:{cursor}";

    /// <summary>What customers write is not kept in clear text in a cache that others may share.</summary>
    private static string Hash(string? text) => text is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
