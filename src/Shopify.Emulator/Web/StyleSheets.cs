using Microsoft.AspNetCore.Http;

namespace Shopify.Emulator.Web;

/// <summary>The packed style sheets, served beside the shops so that pages need no inline styles.</summary>
internal static class StyleSheets
{
    public const string Path = "/_emulator/";

    /// <summary>Answers a request for a style sheet; false when it is for something else.</summary>
    public static async Task<bool> TryServeAsync(HttpContext context)
    {
        if (context.Request.Path.Value is not { } path || !path.StartsWith(Path, StringComparison.Ordinal)) return false;
        var sheet = path[Path.Length..].EndsWith(".css", StringComparison.Ordinal) ? Resources.Open($"web/{path[Path.Length..]}") : null;
        if (sheet is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return true;
        }

        await using (sheet.ConfigureAwait(false))
        {
            context.Response.ContentType = "text/css; charset=utf-8";
            context.Response.Headers.CacheControl = "no-cache";
            await sheet.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }

        return true;
    }
}
