using Microsoft.AspNetCore.Http;

namespace Shopify.Emulator.Web;

/// <summary>The page at the emulator's root: every shop and where to click.</summary>
internal static class IndexPage
{
    public static Task AnswerAsync(HttpContext context, IReadOnlyList<EmulatedShop> shops) => context.AnswerHtmlAsync(200, Html.Page("Shopify emulator", "admin.css", $"""
        <main class="list"><h1>Shopify emulator</h1>
        {string.Concat(shops.Select(Shop))}
        {(shops.Count == 0 ? "<p>There are no shops yet.</p>" : "")}</main>
        """));

    private static string Shop(EmulatedShop shop) => $"""
        <section class="panel"><h2>{Html.Encode(shop.Catalog.Name)}</h2><p class="muted">{Html.Encode(shop.Domain)} · {shop.Products.Count} products</p>
        <p><a href="{Html.Encode(shop.Url.ToString())}">Store</a> · <a href="{Html.Encode(shop.AdminUrl.ToString())}">Admin</a></p>
        <p><small>Admin API</small><code>{Html.Encode(shop.Url.ToString())}/admin/api/2026-10/graphql.json</code></p>
        <p><small>Storefront API</small><code>{Html.Encode(shop.Url.ToString())}/api/2026-10/graphql.json</code></p></section>
        """;
}
