using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client;
using Shopify.Client.Auth;

namespace Snippets.Shopify;

internal static class Tokens
{
    public static void Add<MyTokenStore>(IServiceCollection services, IConfiguration configuration)
        where MyTokenStore : class, IShopifyTokenStore
    {
        #region add
        services.AddShopifyApp(configuration.GetSection("Shopify"));
        services.AddSingleton<IShopifyTokenStore, MyTokenStore>();
        services.AddShopifyTokens(options => options.RenewIdleBefore = TimeSpan.FromDays(21));
        #endregion
    }

    public static async Task Use(ShopifyTokens tokens, ShopifyClient client, CancellationToken cancellationToken)
    {
        #region use
        var shop = await tokens.GetAsync(ShopDomain.Parse("demo-shop.myshopify.com"), cancellationToken);
        var info = await client.Admin(shop).GetShopAsync(cancellationToken);
        #endregion
    }

    public static async Task Migrate(ShopifyTokens tokens, Action<string> report, CancellationToken cancellationToken)
    {
        #region migrate
        await foreach (var shop in tokens.MigrateAllAsync(cancellationToken))
            report($"{shop.Shop}: {(shop.Succeeded ? "done" : shop.Failure!.Message)}");
        #endregion
    }
}

#region events
internal sealed class TellOwner(IOwnerMail mail) : IShopifyTokenEvents
{
    public async ValueTask StateChangedAsync(ShopifyTokenStateChange change, CancellationToken cancellationToken)
    {
        if (change.To == ShopifyTokenState.NeedsReauthorization)
            await mail.AskToOpenTheAppAsync(change.Shop, cancellationToken);
    }
}
#endregion

internal interface IOwnerMail
{
    Task AskToOpenTheAppAsync(ShopDomain shop, CancellationToken cancellationToken);
}
