using Microsoft.AspNetCore.Http.HttpResults;
using ReferenceHost.Demo;
using ReferenceHost.Pages;

namespace ReferenceHost.Endpoints;

internal static class HomeEndpoint
{
    /// <summary>The page at <c>/</c>: what this is and where to click.</summary>
    public static void MapHomePage(this IEndpointRouteBuilder endpoints, DemoPlatforms? demo) =>
        endpoints.MapGet("/", (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";
            return new RazorComponentResult<HomePage>(new Dictionary<string, object?> { [nameof(HomePage.PhoneUrl)] = demo?.PhoneUrl, [nameof(HomePage.OwnerUrl)] = demo?.OwnerUrl });
        });
}
