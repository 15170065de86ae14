using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Shopify.Client.AspNetCore;

/// <summary>A page without content that asks App Bridge for a session token and opens its own address again with it. It does so once.</summary>
internal static class BouncePage
{
    public const string Marker = "id_token_asked";

    private const string AppBridge = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

    public static Task WriteAsync(HttpContext context, string clientId)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "text/html; charset=utf-8";

        // Nobody is known yet, so any shop may frame it; there is nothing on it to be clicked.
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}' https://cdn.shopify.com; connect-src https:; base-uri 'none'; frame-ancestors https://*.myshopify.com https://admin.shopify.com;";
        return context.Response.WriteAsync(
            $$"""
            <!doctype html>
            <meta charset="utf-8">
            <meta name="shopify-api-key" content="{{HtmlEncoder.Default.Encode(clientId)}}">
            <script src="{{AppBridge}}"></script>
            <script nonce="{{nonce}}">
            shopify.idToken().then(token => {
              const address = new URL(location.href);
              address.searchParams.set("id_token", token);
              address.searchParams.set("{{Marker}}", "1");
              location.replace(address);
            });
            </script>
            """,
            context.RequestAborted);
    }
}
