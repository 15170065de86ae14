using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Admin;

/// <summary>Adding, changing and deleting a product. Prices and stock are changed per variant; empty stock means that it is not tracked.</summary>
internal static class ProductForm
{
    private static readonly (string, string)[] Statuses = [("ACTIVE", "Active"), ("DRAFT", "Draft"), ("ARCHIVED", "Archived"), ("UNLISTED", "Unlisted")];

    public static Task NewAsync(HttpContext context) => ShowNewAsync(context, FormCollection.Empty, null);

    public static async Task AddAsync(HttpContext context, IFormCollection form)
    {
        var shop = context.Shop();
        var title = form["title"].ToString().Trim();
        if (title.Length == 0 || Amount(form["price"]) is not { } price || !TryStock(form["stock"], out var stock))
        {
            await ShowNewAsync(context, form, "Enter a title, a price such as 12.50, and whole pieces in stock.").ConfigureAwait(false);
            return;
        }

        var product = shop.AddProduct(new CatalogProduct
        {
            Handle = FreeHandle(shop, title),
            Title = title,
            DescriptionHtml = form["description"].ToString().Trim() is { Length: > 0 } text ? $"<p>{Html.Encode(text)}</p>" : "",
            Vendor = shop.Catalog.Name,
            ProductType = form["type"].ToString().Trim(),
            Variants = [new CatalogVariant { Price = price, Stock = stock }],
        });
        AdminShell.Back(context, $"/products/{product.Id}", "added");
    }

    public static Task EditAsync(HttpContext context) => Find(context) is { } product ? ShowAsync(context, product, null) : MissingAsync(context);

    public static async Task SaveAsync(HttpContext context, IFormCollection form)
    {
        if (Find(context) is not { } product)
        {
            await MissingAsync(context).ConfigureAwait(false);
            return;
        }

        var problem = form["title"].ToString().Trim().Length == 0 ? "Enter a title." : null;
        List<CatalogVariant> variants = [];
        foreach (var variant in product.Variants)
        {
            var price = Amount(form[$"price-{variant.Id}"]);
            var before = form[$"before-{variant.Id}"].ToString().Trim();
            var hasStock = TryStock(form[$"stock-{variant.Id}"], out var stock);
            if (price is null || !hasStock || (before.Length > 0 && Amount(before) is null)) problem ??= $"Enter a price such as 12.50 and whole pieces in stock for {variant.Title}.";
            else variants.Add(Same(variant, price.Value, Amount(before), stock) ? variant : variant with { Price = price.Value, CompareAtPrice = Amount(before), Stock = stock });
        }

        if (problem is not null)
        {
            await ShowAsync(context, product, problem).ConfigureAwait(false);
            return;
        }

        context.Shop().UpdateProduct(product.Handle, p => p with
        {
            Title = form["title"].ToString().Trim(),
            Status = Statuses.Any(s => s.Item1 == form["status"].ToString()) ? form["status"].ToString() : p.Status,
            IsPublished = form["published"].Count > 0,
            Tags = [.. form["tags"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Variants = variants,
        });
        AdminShell.Back(context, $"/products/{product.Id}", "saved");
    }

    public static async Task DeleteAsync(HttpContext context, IFormCollection form)
    {
        if (Find(context) is not { } product)
        {
            await MissingAsync(context).ConfigureAwait(false);
            return;
        }

        context.Shop().DeleteProduct(product.Handle);
        AdminShell.Back(context, "/products", "deleted");
    }

    private static Task ShowNewAsync(HttpContext context, IFormCollection form, string? problem)
    {
        var shop = context.Shop();
        return AdminShell.AnswerAsync(context, "/products", "Add product", $"""
            {AdminShell.Problem(problem)}
            <form method="post" action="{AdminShell.Link(shop, "/products/new")}" class="panel stack">
            {AdminShell.Field("Title", "title", form["title"].ToString(), attributes: " required")}
            {AdminShell.Field("Description", "description", form["description"].ToString())}
            {AdminShell.Field("Product type", "type", form["type"].ToString())}
            <div class="row">{AdminShell.Field($"Price in {shop.Catalog.CurrencyCode}", "price", form["price"].ToString(), attributes: " inputmode=\"decimal\" required")}
            {AdminShell.Field("Pieces in stock (empty: not tracked)", "stock", form["stock"].ToString(), attributes: " inputmode=\"numeric\"")}</div>
            <div class="actions"><button class="primary" data-testid="save">Add product</button></div>
            </form>
            """, problem is null ? 200 : 422);
    }

    private static Task ShowAsync(HttpContext context, CatalogProduct product, string? problem)
    {
        var shop = context.Shop();
        var rows = product.Variants.Select(v => $"""
            <tr><th scope="row">{Html.Encode(product.HasOnlyDefaultVariant ? product.Title : v.Title)}<small>{Html.Encode(v.Sku)}</small></th>
            <td>{Cell("Price", v, "price", AdminShell.Number(v.Price), "decimal")}</td>
            <td>{Cell("Price before", v, "before", v.CompareAtPrice is { } before ? AdminShell.Number(before) : "", "decimal")}</td>
            <td>{Cell("Stock", v, "stock", v.Stock?.ToString(CultureInfo.InvariantCulture) ?? "", "numeric")}</td></tr>
            """);
        var link = AdminShell.Link(shop, $"/products/{product.Id}");
        return AdminShell.AnswerAsync(context, "/products", product.Title, $"""
            {AdminShell.Problem(problem)}
            <form method="post" action="{link}" class="stack">
            <section class="panel stack"><h2>Product</h2>
            {AdminShell.Field("Title", "title", product.Title, attributes: " required")}
            <div class="row">{AdminShell.Choice("Status", "status", Statuses, product.Status)}
            {AdminShell.Field("Tags", "tags", string.Join(", ", product.Tags))}</div>
            <label class="check"><input type="checkbox" name="published"{(product.IsPublished ? " checked" : "")}> Published in the online store</label></section>
            <section class="panel"><h2>Prices and stock</h2>
            <table class="edit"><caption class="hidden">Variants</caption><thead><tr><th scope="col">Variant</th><th scope="col">Price</th><th scope="col">Before</th><th scope="col">Stock</th></tr></thead><tbody>{string.Concat(rows)}</tbody></table></section>
            <div class="actions"><button class="primary" data-testid="save">Save</button></div>
            </form>
            <form method="post" action="{link}/delete" class="danger"><button data-testid="delete">Delete product</button></form>
            """, problem is null ? 200 : 422);
    }

    private static string Cell(string label, CatalogVariant variant, string name, string value, string mode) =>
        $"<input aria-label=\"{label} of {Html.Encode(variant.Title)}\" name=\"{name}-{variant.Id}\" value=\"{value}\" inputmode=\"{mode}\">";

    private static CatalogProduct? Find(HttpContext context) =>
        context.Shop().FindProduct(long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture));

    private static Task MissingAsync(HttpContext context) => AdminShell.AnswerAsync(context, "/products", "No such product", "<p>It may have been deleted.</p>", 404);

    private static bool Same(CatalogVariant variant, decimal price, decimal? before, int? stock) =>
        variant.Price == price && variant.CompareAtPrice == before && variant.Stock == stock;

    private static decimal? Amount(string? text) =>
        decimal.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? Math.Round(amount, 2) : null;

    private static bool TryStock(string? text, out int? stock)
    {
        stock = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pieces)) return false;
        stock = pieces;
        return true;
    }

    private static string FreeHandle(EmulatedShop shop, string title)
    {
        var handle = Handles.Of(title);
        for (var i = 1; shop.FindProduct(handle) is not null; i++) handle = $"{Handles.Of(title)}-{i.ToString(CultureInfo.InvariantCulture)}";
        return handle;
    }
}
