using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Graph;

/// <summary>Finding things by global id: unknown ids give null, ids of another type are refused.</summary>
internal static class Lookup
{
    public static CatalogProduct? Product(this EmulatedShop shop, string? id) =>
        Number(id, "Product") is { } number ? shop.FindProduct(number) : null;

    public static CatalogCollection? Collection(this EmulatedShop shop, string? id) =>
        Number(id, "Collection") is { } number ? shop.Collections.FirstOrDefault(c => c.Id == number) : null;

    public static VariantRow? Variant(this EmulatedShop shop, string? id) =>
        Number(id, "ProductVariant") is { } number && shop.FindVariant(number) is { } found ? new(found.Product, found.Variant) : null;

    public static IEnumerable<CatalogProduct> ProductsOf(this EmulatedShop shop, CatalogCollection collection) =>
        collection.ProductHandles.Select(shop.FindProduct).OfType<CatalogProduct>();

    public static long? Number(string? id, string type)
    {
        if (id is null) return null;
        if (!Gid.TryParse(id, out var gid) || gid.Type != type) throw GraphError.InvalidId(id);
        return gid.Number;
    }
}
