using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;

namespace Snippets.ShopBot;

internal static class Registration
{
    public static void Dashboard(WebApplicationBuilder builder, WebApplication app)
    {
        #region dashboard
        builder.Services.AddShopBotDashboard(o => o.PublicUrl = new Uri("https://bot.example"));
        app.MapShopBotDashboard();
        #endregion
    }

    public static void Shopify(IServiceCollection services, IConfiguration configuration)
    {
        #region shopify
        services.AddShopifyClient(configuration.GetSection("Shopify"));
        services.AddShopifyApp(configuration.GetSection("Shopify"));
        services.AddShopBot().AddShopping().AddShopifyShop(o => o.PublicUrl = new Uri("https://bot.example"));
        #endregion
    }

    public static void Shopping<MyCatalog, MyCheckout>(IServiceCollection services)
        where MyCatalog : class, IShopCatalog
        where MyCheckout : class, IShopCheckout
    {
        #region shopping
        services.AddShopBot().AddShopping();
        services.AddSingleton<IShopCatalog, MyCatalog>();    // or AddShopifyShop() from ShopBot.Shopify
        services.AddSingleton<IShopCheckout, MyCheckout>();
        #endregion
    }

    public static void Redis(IServiceCollection services, IConfiguration configuration)
    {
        #region redis
        services.AddShopBotRedis(configuration.GetConnectionString("Redis"));
        #endregion
    }

    public static void Sqlite(IServiceCollection services)
    {
        #region sqlite
        services.AddShopBotSqlite(options => options.ConnectionString = "Data Source=/var/lib/shopbot/shopbot.db");
        #endregion
    }
    public static void Postgres(IServiceCollection services, string connectionString)
    {
        #region postgres
        services.AddShopBotPostgres(options => options.ConnectionString = connectionString);
        #endregion
    }

    public static void Pooler(IServiceCollection services)
    {
        #region pooler
        services.AddShopBotPostgres(options =>
        {
            options.ConnectionString = "Host=pgbouncer;Port=6432;Database=shopbot;Username=bot_1";
            options.ThroughPooler = true;
            options.DirectConnectionString = "Host=postgres;Database=shopbot;Username=bot_1";
        });
        #endregion
    }
}
