using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Search;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Admin;

/// <summary>The list of products, with a search.</summary>
internal static class ProductPages
{
    private const int Most = 100;

    public static Task ListAsync(HttpContext context)
    {
        var shop = context.Shop();
        var query = context.Request.Query["query"].ToString();
        var found = Find(shop, query).ToList();
        var rows = found.Take(Most).Select(p => $"""
            <tr><td class="pic">{Picture(shop, p)}</td><th scope="row"><a href="{AdminShell.Link(shop, $"/products/{p.Id}")}">{Html.Encode(p.Title)}</a><small>{Html.Encode(p.Vendor)}</small></th>
            <td>{AdminShell.Badge(p.Status)}</td><td>{Stock(p)}</td><td class="num">{Range(shop, p)}</td></tr>
            """);
        return AdminShell.AnswerAsync(context, "/products", "Products", $"""
            <section class="panel">
            <div class="bar"><form method="get" role="search"><label class="field"><span>Search products</span><input type="search" name="query" value="{Html.Encode(query)}"></label><button>Search</button></form>
            <a class="button" href="{AdminShell.Link(shop, "/products/new")}">Add product</a></div>
            <table><caption class="hidden">Products</caption><thead><tr><td></td><th scope="col">Product</th><th scope="col">Status</th><th scope="col">Stock</th><th scope="col" class="num">Price</th></tr></thead>
            <tbody>{string.Concat(rows)}</tbody></table>
            <p class="muted">{(found.Count > Most ? $"{Most} of {found.Count} products. Search to see others." : $"{found.Count} products")}</p></section>
            """);
    }

    public static IEnumerable<CatalogProduct> Find(EmulatedShop shop, string query) => SearchParser.Parse(query) is { } parsed
        ? shop.Products.Where(p => parsed.Matches(term => CatalogSearch.BareWord(p, term with { IsPrefix = true }))) : shop.Products;

    public static string Picture(EmulatedShop shop, CatalogProduct product, CatalogVariant? variant = null) => ((variant is null ? null : product.ImageOf(variant)) ?? product.FeaturedImage()) is { } image
        ? $"<img src=\"{Html.Encode(shop.PictureUrl(image.File))}\" alt=\"\" width=\"44\" height=\"44\" loading=\"lazy\">" : "<span class=\"nopic\" aria-hidden=\"true\"></span>";

    private static string Stock(CatalogProduct product) => !product.TracksInventory() ? "Not tracked"
        : $"{product.TotalInventory()} in {product.Variants.Count} {(product.Variants.Count == 1 ? "variant" : "variants")}";

    private static string Range(EmulatedShop shop, CatalogProduct product)
    {
        var (min, max) = product.PriceRange();
        return min == max ? AdminShell.Price(shop, min) : $"{AdminShell.Price(shop, min)} – {AdminShell.Price(shop, max)}";
    }
}
