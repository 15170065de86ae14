using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Web;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.Admin;

/// <summary>What all admin pages share: the frame with its menu, and how they write things.</summary>
internal static class AdminShell
{
    private static readonly (string Path, string Title)[] Menu =
    [
        ("", "Overview"), ("/products", "Products"), ("/orders", "Orders"), ("/checkouts", "Abandoned checkouts"),
        ("/customers", "Customers"), ("/discounts", "Discounts"), ("/app", "App and webhooks"),
    ];

    public static Task AnswerAsync(HttpContext context, string section, string title, string body, int status = 200)
    {
        var shop = context.Shop();
        var notice = context.Request.Query["done"].ToString() is { Length: > 0 } done && Notices.TryGetValue(done, out var text)
            ? $"<p class=\"notice\" role=\"status\" data-testid=\"notice\">{text}</p>" : "";
        return context.AnswerHtmlAsync(status, Html.Page($"{title} - {shop.Catalog.Name}", "admin.css", $"""
            <a class="skip" href="#content">Skip to content</a>
            <div class="frame">
            <nav aria-label="Shop">
              <a class="shop" href="{Link(shop, "")}"><span aria-hidden="true">{Html.Initial(shop.Catalog.Name)}</span><strong>{Html.Encode(shop.Catalog.Name)}</strong><small>{Html.Encode(shop.Domain)}</small></a>
              <ul>{string.Concat(Menu.Select(item => Item(shop, item.Path, item.Title, section)))}</ul>
              <p class="out"><a href="{Html.Encode(shop.Url.ToString())}">Visit the store</a></p>
              <p class="fine">Emulated shop. Nothing here leaves this computer.</p>
            </nav>
            <main id="content">{notice}<header class="head"><h1>{Html.Encode(title)}</h1></header>
            {body}
            </main>
            </div>
            """));
    }

    /// <summary>What a page says after something was done.</summary>
    private static readonly Dictionary<string, string> Notices = new()
    {
        ["saved"] = "Saved. The app was told by webhook.",
        ["added"] = "Added. The app was told by webhook.",
        ["deleted"] = "Deleted. The app was told by webhook.",
        ["created"] = "Order created.",
        ["fulfilled"] = "Parcel sent.",
        ["reported"] = "Carrier step reported.",
        ["cancelled"] = "Order cancelled.",
        ["paid"] = "Order marked as paid.",
        ["uninstalled"] = "The app was uninstalled and its tokens are dead.",
    };

    public static string Link(EmulatedShop shop, string path) => Html.Encode($"{shop.AdminUrl}{path}");

    public static void Back(HttpContext context, string path, string done) =>
        context.SeeOther($"{context.Shop().AdminUrl}{path}?done={done}");

    public static string Price(EmulatedShop shop, decimal amount, string? currency = null) => new MoneyFormats(currency ?? shop.Catalog.CurrencyCode).Format(amount);

    public static string Time(EmulatedShop shop, DateTimeOffset time)
    {
        var local = TimeZoneInfo.ConvertTime(time, RestShape.Zone(shop));
        return $"<time datetime=\"{local:yyyy-MM-ddTHH:mm:sszzz}\">{local.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)}</time>";
    }

    /// <summary>A status as a coloured label, always with its words.</summary>
    public static string Badge(string status) =>
        $"<span class=\"badge {Tone(status)}\">{Html.Encode(Words(status))}</span>";

    public static string Words(string status)
    {
        var words = status.Replace('_', ' ').ToLowerInvariant();
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string Problem(string? text) => text is null ? "" : $"<p class=\"problem\" role=\"alert\" data-testid=\"problem\">{Html.Encode(text)}</p>";

    public static string Field(string label, string name, string value, string type = "text", string attributes = "") =>
        $"<label class=\"field\"><span>{Html.Encode(label)}</span><input name=\"{name}\" type=\"{type}\" value=\"{Html.Encode(value)}\"{attributes}></label>";

    public static string Choice(string label, string name, IEnumerable<(string Value, string Text)> options, string chosen) =>
        $"<label class=\"field\"><span>{Html.Encode(label)}</span><select name=\"{name}\">{string.Concat(options.Select(o => $"<option value=\"{Html.Encode(o.Value)}\"{(o.Value == chosen ? " selected" : "")}>{Html.Encode(o.Text)}</option>"))}</select></label>";

    public static string Number(decimal number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Item(EmulatedShop shop, string path, string title, string section) =>
        $"<li><a href=\"{Link(shop, path)}\"{(path == section ? " aria-current=\"page\"" : "")}>{title}</a></li>";

    private static string Tone(string status) => status switch
    {
        "PAID" or "FULFILLED" or "ACTIVE" or "DELIVERED" or "SUBSCRIBED" => "good",
        "PENDING" or "UNFULFILLED" or "PARTIALLY_FULFILLED" or "DRAFT" or "SCHEDULED" => "wait",
        "CANCELLED" or "REFUNDED" or "VOIDED" or "ARCHIVED" or "EXPIRED" or "FAILED" => "bad",
        _ => "plain",
    };
}
