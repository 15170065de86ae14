using Microsoft.AspNetCore.Http;

namespace Shopify.Emulator.Web;

/// <summary>Short ways to answer.</summary>
internal static class HttpAnswers
{
    private static readonly object ShopKey = new();

    /// <summary>The shop that the request is about; the shop router put it there.</summary>
    public static EmulatedShop Shop(this HttpContext context) => (EmulatedShop)context.Items[ShopKey]!;

    public static EmulatedShop? ShopOrNull(this HttpContext context) => context.Items[ShopKey] as EmulatedShop;

    public static void SetShop(this HttpContext context, EmulatedShop shop) => context.Items[ShopKey] = shop;

    public static Task AnswerJsonAsync(this HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    /// <param name="formTarget">Another origin to which a form of the page leads in the end, such as the app's callback.</param>
    public static Task AnswerHtmlAsync(this HttpContext context, int status, string html, string? formTarget = null)
    {
        var headers = context.Response.Headers;
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin"; // With no-referrer, browsers would hide the origin of forms.
        // Browsers apply form-action to the redirect that answers a form, too.
        var origin = Uri.TryCreate(formTarget, UriKind.Absolute, out var target) ? " " + target.GetLeftPart(UriPartial.Authority) : "";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'{origin}; base-uri 'none'; frame-ancestors 'none'";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }

    public static void SeeOther(this HttpContext context, string location)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = location;
    }
}
