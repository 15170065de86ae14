using Microsoft.Extensions.Options;
using ShopBot.Dashboard;

namespace ReferenceHost.Endpoints;

/// <summary>The owner's pages, stand-alone or inside Shopify's admin.</summary>
internal static class DashboardPages
{
    public static void AddDashboard(this IServiceCollection services, Action<DashboardOptions> configure)
    {
        // Installations begin at our address, so a shop without tokens has to go there first.
        services.AddShopifyEmbedded(options => options.ConnectShops = false);
        services.AddShopBotDashboard(options =>
        {
            configure(options);
            options.ShopOfSession = static context => context.FindShopifySession()?.Shop.Value;
        });
    }

    public static void MapDashboard(this WebApplication app)
    {
        var pages = app.MapShopBotDashboard();
        if (!app.Services.GetRequiredService<IOptions<DashboardOptions>>().Value.Embedded)
            return;
        var session = app.Services.GetRequiredService<DashboardSession>();
        pages.RequireShopifySession(context => session.ShopOf(context) is not null);
    }
}
