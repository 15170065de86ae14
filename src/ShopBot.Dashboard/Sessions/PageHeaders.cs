using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ShopBot.Dashboard;

/// <summary>What every page of an owner says to the browser: own content only, no frames but Shopify's when embedded, keep nothing.</summary>
internal sealed class PageHeaders(DashboardSession session, IOptions<DashboardOptions> options) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.OnStarting(() =>
        {
            Write(http);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(HttpContext http)
    {
        var assets = options.Value.AssetsUrl is { } elsewhere ? " " + elsewhere.GetLeftPart(UriPartial.Authority) : "";
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'{assets}; script-src 'self'{assets}; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors {Ancestors(http)}";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
    }

    private string Ancestors(HttpContext http)
    {
        if (!options.Value.Embedded)
            return "'none'";
        return session.ShopOf(http) is { } shop && Uri.CheckHostName(shop) == UriHostNameType.Dns ? $"https://{shop} https://admin.shopify.com" : "https://admin.shopify.com";
    }
}
