using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Checkout;

/// <summary>Just enough of an online store that links to a shop, a collection or a product lead somewhere.</summary>
internal static class StorePages
{
    public static Task HomeAsync(HttpContext context) =>
        GridAsync(context, "All products", context.Shop().Products.Where(static p => p.IsVisible));

    public static Task CollectionAsync(HttpContext context)
    {
        var shop = context.Shop();
        return shop.Collections.FirstOrDefault(c => c.Handle == context.Request.RouteValues["handle"] as string) is { } collection
            ? GridAsync(context, collection.Title, shop.ProductsOf(collection).Where(static p => p.IsVisible))
            : NotFoundAsync(context);
    }

    public static Task ProductAsync(HttpContext context)
    {
        var shop = context.Shop();
        if (shop.Products.FirstOrDefault(p => p.Handle == context.Request.RouteValues["handle"] as string) is not { IsBuyable: true } product)
            return NotFoundAsync(context);
        var money = new MoneyFormats(shop.Catalog.CurrencyCode);
        var variants = product.Variants.Select(v =>
            $"<li>{(v.InStock ? $"<a href=\"{Html.Encode($"{shop.Url}/cart/{v.Id}:1")}\">Buy</a>" : "<span class=\"muted\">Sold out</span>")} <strong>{money.Format(v.Price)}</strong> {(product.HasOnlyDefaultVariant ? "" : Html.Encode(v.Title))}</li>");
        return context.AnswerHtmlAsync(200, Html.Page($"{product.Title} - {shop.Catalog.Name}", "checkout.css", $"""
            <main class="store product"><a class="brand" href="{Html.Encode(shop.Url.ToString())}">{Html.Encode(shop.Catalog.Name)}</a>
            {Picture(shop, product)}<h1>{Html.Encode(product.Title)}</h1><div>{product.DescriptionHtml}</div><ul>{string.Concat(variants)}</ul></main>
            """));
    }

    /// <summary>The pictures of the catalogue.</summary>
    public static async Task PictureAsync(HttpContext context)
    {
        var file = context.Request.RouteValues["file"] as string ?? "";
        var picture = context.Shop().Catalog.OpenPicture(file);
        if (picture is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using (picture.ConfigureAwait(false))
        {
            context.Response.ContentType = Path.GetExtension(file).ToLowerInvariant() switch { ".png" => "image/png", ".webp" => "image/webp", _ => "image/jpeg" };
            context.Response.Headers.CacheControl = "public, max-age=31557600";
            if (picture.CanSeek) context.Response.ContentLength = picture.Length;
            await picture.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    public static string EmptyCart(EmulatedShop shop) => Html.Page($"Cart - {shop.Catalog.Name}", "checkout.css", $"""
        <main class="store"><a class="brand" href="{Html.Encode(shop.Url.ToString())}">{Html.Encode(shop.Catalog.Name)}</a>
        <h1 data-testid="cart-gone">Your cart is empty</h1><p class="muted">This checkout link is no longer valid: the cart was paid, changed or never existed.</p></main>
        """);

    private static Task GridAsync(HttpContext context, string title, IEnumerable<CatalogProduct> products)
    {
        var shop = context.Shop();
        var money = new MoneyFormats(shop.Catalog.CurrencyCode);
        var cards = products.Select(p => $"<li><a href=\"{Html.Encode($"{shop.Url}/products/{p.Handle}")}\">{Picture(shop, p)}<span>{Html.Encode(p.Title)}</span><small>{(p.AvailableForSale ? money.Format(p.PriceRange().Min) : "Sold out")}</small></a></li>");
        var menu = shop.Collections.Select(c => $"<a href=\"{Html.Encode($"{shop.Url}/collections/{c.Handle}")}\">{Html.Encode(c.Title)}</a>");
        return context.AnswerHtmlAsync(200, Html.Page(title, "checkout.css", $"""
            <main class="store"><a class="brand" href="{Html.Encode(shop.Url.ToString())}">{Html.Encode(shop.Catalog.Name)}</a>
            <nav>{string.Concat(menu)}</nav><h1>{Html.Encode(title)}</h1><ul class="grid">{string.Concat(cards)}</ul></main>
            """));
    }

    private static string Picture(EmulatedShop shop, CatalogProduct product) => product.Images.Count == 0 ? ""
        : $"<img loading=\"lazy\" src=\"{Html.Encode(shop.PictureUrl(product.Images[0].File))}\" alt=\"{Html.Encode(product.Images[0].Alt)}\">";

    private static Task NotFoundAsync(HttpContext context) => context.AnswerHtmlAsync(404, Html.Page("Not found", "checkout.css", "<main class=\"store\"><h1>Page not found</h1></main>"));
}
