using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Carts;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Checkout;

/// <summary>Links that make a cart when they are opened: legacy <c>/cart/…</c> and <c>/buy/…</c> (reference: permalinks).</summary>
internal static class Permalinks
{
    private const int MaxProperties = 25;
    private const string UcpVersion = "2026-08-25";

    /// <summary><c>/cart/{variant}:{quantity},…</c>: every click makes a new cart; sold-out variants are left out.</summary>
    public static Task CartAsync(HttpContext context)
    {
        var shop = context.Shop();
        var query = context.Request.Query;
        var fromChannel = query["access_token"].ToString() is { Length: > 0 } token && shop.Tokens.FindStorefront(token) is not null;
        var edit = shop.Carts.Begin(fromChannel ? null : "web");
        if (!TryAdd(shop, edit, (string)context.Request.RouteValues["items"]!, static id => id, Properties(query["properties"]))) return CheckoutEndpoint.GoneAsync(context);
        edit.SetNote(query["note"].ToString() is { Length: > 0 } note ? note : null, "note");
        if (query["discount"].ToString() is { Length: > 0 } codes) edit.SetDiscountCodes(codes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var cart = shop.Carts.Save(edit.Cart with
        {
            Attributes = [.. query.Select(static p => (Key: Bracketed(p.Key), Value: p.Value.ToString())).Where(static a => a.Key is not null)
                .Select(static a => new CartAttribute(a.Key!, a.Value))],
            Buyer = new(Text(query, "checkout[shipping_address][country]") is { Length: 2 } country ? country.ToUpperInvariant() : null,
                Text(query, "checkout[email]"), Text(query, "checkout[shipping_address][phone]")),
        });
        context.Response.Redirect(query["storefront"] == "true" ? $"{shop.Url}/cart" : shop.Carts.CheckoutUrl(cart));
        return Task.CompletedTask;
    }

    /// <summary><c>/buy/{item}:{quantity},…?{path}={value}</c>: answers 303, and leads to the shop when the link is of no use.</summary>
    public static Task BuyAsync(HttpContext context)
    {
        var shop = context.Shop();
        var query = context.Request.Query;
        var fallback = query["continue_to"].ToString() is { Length: > 1 } path && path[0] == '/' && path[1] is not ('/' or '\\') ? shop.Url + path : shop.Url.ToString();
        var edit = shop.Carts.Begin("web");
        // Two values for one field make the link ambiguous.
        if (query.Any(static p => p.Value.Count > 1) || !TryAdd(shop, edit, (string)context.Request.RouteValues["items"]!, Decoded, []))
        {
            context.SeeOther(fallback);
            return Task.CompletedTask;
        }

        var codes = query.Where(static p => p.Key.StartsWith("discounts/codes/", StringComparison.Ordinal)).OrderBy(static p => p.Key, StringComparer.Ordinal).Select(static p => p.Value.ToString()).ToList();
        if (codes.Count > 0) edit.SetDiscountCodes(codes);
        var cart = shop.Carts.Save(edit.Cart with { Buyer = new(Text(query, "context/address_country")?.ToUpperInvariant(), Text(query, "buyer/email"), Text(query, "buyer/phone_number")) });
        context.SeeOther(shop.Carts.CheckoutUrl(cart));
        return Task.CompletedTask;
    }

    /// <summary><c>/.well-known/ucp</c>: where <c>/buy</c> links begin.</summary>
    public static Task UcpAsync(HttpContext context) => context.AnswerJsonAsync(200, new JsonObject
    {
        ["ucp"] = new JsonObject
        {
            ["version"] = UcpVersion,
            ["capabilities"] = new JsonObject
            {
                ["dev.ucp.shopping.permalink"] = new JsonArray(new JsonObject
                {
                    ["version"] = UcpVersion,
                    ["config"] = new JsonObject { ["endpoint"] = $"{context.Shop().Url}/buy" },
                }),
            },
        },
    }.ToJsonString());

    private static bool TryAdd(EmulatedShop shop, CartEdit edit, string items, Func<string, string?> decode, IReadOnlyList<CartAttribute> properties)
    {
        foreach (var (index, item) in items.Split(',').Index())
            if (item.Split(':') is [var id, var count] && long.TryParse(decode(id), NumberStyles.None, CultureInfo.InvariantCulture, out var variant)
                && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) && quantity > 0
                && shop.FindVariant(variant) is { Product.IsBuyable: true })
                edit.Add(variant, quantity, index == 0 ? properties : []);
        return !edit.Cart.Lines.IsEmpty;
    }

    /// <summary>An item is a plain id, or <c>~</c> and a base64url id, which may be a global one.</summary>
    private static string? Decoded(string item)
    {
        if (!item.StartsWith('~')) return item;
        try
        {
            var id = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(item.AsSpan(1)));
            return Gid.TryParse(id, out var gid) && gid.Type == "ProductVariant" ? gid.Id : id;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IReadOnlyList<CartAttribute> Properties(string? encoded)
    {
        if (string.IsNullOrEmpty(encoded)) return [];
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(encoded));
            return [.. json.RootElement.EnumerateObject().Take(MaxProperties).Select(static p => new CartAttribute(p.Name, p.Value.ToString()))];
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static string? Bracketed(string key) =>
        key.StartsWith("attributes[", StringComparison.Ordinal) && key.EndsWith(']') ? key["attributes[".Length..^1] : null;

    private static string? Text(IQueryCollection query, string key) => query[key].ToString() is { Length: > 0 } text ? text : null;
}
