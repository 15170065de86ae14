using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WhatsApp.Emulator;

/// <summary>Serves the phone page from the assembly; the policy allows nothing but its own files and pictures.</summary>
internal static class PhonePage
{
    private const string Policy = "default-src 'self'; img-src 'self' http: https: data:; media-src 'self' http: https:; object-src 'none'; base-uri 'none'; form-action 'none'";

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
            context.Response.Headers.CacheControl = "no-cache";
            await stream.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
