using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Dashboard;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the dashboard.</summary>
public static class DashboardEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps <c>GET /shopify/setup</c>, <c>POST /shopify/configure</c>, <c>GET /shopify/admin</c> and the pages' style sheet.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>AddShopBotDashboard()</c> was not called.</exception>
    public static IEndpointRouteBuilder MapShopBotDashboard(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<DashboardSession>() is null)
            throw new InvalidOperationException("MapShopBotDashboard needs services that nobody registered: call AddShopBotDashboard().");

        var pages = endpoints.MapGroup("").AddEndpointFilter<PageHeaders>();
        pages.MapGet("/shopify/setup", SetupEndpoints.ShowAsync);
        pages.MapPost("/shopify/configure", SetupEndpoints.SaveAsync).DisableAntiforgery();
        pages.MapGet("/shopify/admin", SetupEndpoints.AdminAsync);
        endpoints.MapGet(DashboardAssets.StyleSheetPath, DashboardAssets.StyleSheet);
        return endpoints;
    }
}
