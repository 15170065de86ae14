using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Dashboard;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the dashboard.</summary>
public static class DashboardEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps <c>GET /shopify/setup</c>, <c>POST /shopify/configure</c>, <c>GET /shopify/admin</c> with the pages below it, and the pages' static files.
    /// </summary>
    /// <returns>The pages without their static files, for conventions such as the guard of pages inside Shopify's admin.</returns>
    /// <exception cref="InvalidOperationException"><c>AddShopBotDashboard()</c> was not called.</exception>
    public static IEndpointConventionBuilder MapShopBotDashboard(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<DashboardSession>() is null)
            throw new InvalidOperationException("MapShopBotDashboard needs services that nobody registered: call AddShopBotDashboard().");

        // The guard checks the form's token itself, for every post; nothing may be mapped outside of it.
        var pages = endpoints.MapGroup("/shopify").AddEndpointFilter<PageHeaders>().AddEndpointFilter<OwnerFilter>().DisableAntiforgery();
        pages.MapGet("/setup", SetupEndpoints.Show);
        pages.MapPost("/configure", SetupEndpoints.SaveAsync);
        var admin = pages.MapGroup("/admin");
        admin.MapGet("", AdminEndpoints.OverviewAsync);
        admin.MapPost("/test-message", AdminEndpoints.TestAsync);
        admin.MapGet("/connection", AdminEndpoints.ConnectionAsync);
        admin.MapGet("/live", static (HttpContext context, LiveEndpoint live, CancellationToken cancellationToken) => live.RunAsync(context, cancellationToken));
        admin.MapGet("/conversations", ConversationEndpoints.ListAsync);
        admin.MapGet("/conversations/{customer}", ConversationEndpoints.ShowAsync);
        admin.MapPost("/conversations/{customer}/reply", ConversationEndpoints.ReplyAsync);
        admin.MapPost("/conversations/{customer}/control", ConversationEndpoints.ControlAsync);
        admin.MapGet("/figures", FigureEndpoints.ShowAsync);
        admin.MapGet("/problems", ProblemEndpoints.ShowAsync);
        admin.MapPost("/problems/replay", ProblemEndpoints.ReplayAsync);
        admin.MapGet("/settings", SettingsEndpoints.ShowAsync);
        admin.MapPost("/settings", SettingsEndpoints.SaveAsync);
        admin.MapGet("/ways-in", WaysInEndpoints.ShowAsync);
        admin.MapGet("/ways-in/qr.svg", WaysInEndpoints.QrAsync);
        admin.MapGet("/privacy", PrivacyEndpoints.ShowAsync);
        admin.MapGet("/privacy/{customer}/export", PrivacyEndpoints.ExportAsync);
        foreach (var asset in DashboardAssets.All)
            endpoints.MapGet(asset.Path, asset.Serve);
        return pages;
    }
}
