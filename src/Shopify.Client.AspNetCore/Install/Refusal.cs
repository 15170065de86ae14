using Microsoft.AspNetCore.Http;

namespace Shopify.Client.AspNetCore;

/// <summary>A plain answer for a person: what is wrong and what to do. Nothing from the request is repeated in it.</summary>
internal static class Refusal
{
    public static async Task WriteAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.WriteAsync(message, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Codes and states stand in these addresses: they must not be cached nor passed on as referrer.</summary>
    public static void KeepPrivate(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
