using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client.AspNetCore;

namespace Snippets.Shopify;

internal static class Endpoints
{
    public static void Map<MyInstallHandler, MyWebhookHandler>(WebApplicationBuilder builder, WebApplication app)
        where MyInstallHandler : class, IShopifyInstallHandler
        where MyWebhookHandler : class, IShopifyWebhookHandler
    {
        #region map
        builder.Services.AddShopifyApp(builder.Configuration.GetSection("Shopify"));
        builder.Services.AddShopifyInstall<MyInstallHandler>(options => options.PublicUrl = new Uri("https://app.example.com"));
        builder.Services.AddShopifyWebhooks<MyWebhookHandler>();

        app.MapShopifyInstall("/shopify/install", "/shopify/callback");
        app.MapShopifyWebhooks("/shopify/webhooks");
        #endregion
    }
}
