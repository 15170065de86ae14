using Shopify.Emulator.Web;

namespace Shopify.Emulator.Catalog;

/// <summary>A believable shop to try things with: "Lumen &amp; Oak", home goods, prices in euro.</summary>
public static class DemoCatalog
{
    /// <summary>The catalogue with its pictures. Each call gives an independent copy.</summary>
    public static ShopCatalog Create()
    {
        using var stream = Resources.Open("catalog/demo-catalog.json")!;
        return CatalogFile.ReadJson(stream) with { OpenPicture = static file => Resources.Open($"pictures/{file}") };
    }
}
