using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WhatsApp.Emulator;

/// <summary>Serves the phone page from the assembly; the policy allows nothing but its own files and pictures.</summary>
internal static class PhonePage
{
    /// <summary>Pictures and sounds may come from where the business keeps them, as on a real phone; everything else is the page's own.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' http: https: data: blob:; "
        + "media-src 'self' http: https: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", (RequestDelegate)(context =>
        {
            context.Response.Redirect("/phone");
            return Task.CompletedTask;
        }));
        endpoints.MapGet("/phone", (RequestDelegate)(context => ServeAsync(context, "index.html")));
        endpoints.MapGet("/phone/{file}", (RequestDelegate)(context => ServeAsync(context, (string)context.Request.RouteValues["file"]!)));
    }

    private static async Task ServeAsync(HttpContext context, string file)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"phone/{file}");
        if (stream is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using (stream.ConfigureAwait(false))
        {
            context.Response.ContentType = Path.GetExtension(file) switch
            {
                ".html" => "text/html; charset=utf-8",
                ".css" => "text/css; charset=utf-8",
                _ => "text/javascript; charset=utf-8",
            };
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            context.Response.Headers.CacheControl = "no-cache";
            await stream.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
