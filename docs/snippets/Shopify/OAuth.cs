using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client;
using Shopify.Client.AspNetCore;
using Shopify.Client.Auth;

namespace Snippets.Shopify;

#region handler
internal sealed class SaveShop(ShopifyTokens tokens) : IShopifyInstallHandler
{
    public async ValueTask<string> InstalledAsync(ShopifyInstallation installation, HttpContext context, CancellationToken cancellationToken)
    {
        await tokens.SaveGrantAsync(installation.ShopDomain, installation.Token, cancellationToken);
        return "/welcome";
    }
}
#endregion

internal static class OAuth
{
    public static void Rotate(IServiceCollection services, IConfiguration configuration)
    {
        #region rotation
        services.AddShopifyApp(options =>
        {
            options.ApiKey = configuration["Shopify:ApiKey"]!;
            options.ApiSecret = configuration["Shopify:ApiSecret"]!;
            options.OldApiSecret = configuration["Shopify:OldApiSecret"];
            options.UsePkce = true;
        });
        #endregion
    }

    public static void AddEmbedded(IServiceCollection services)
    {
        #region embedded
        services.AddShopifyApp(options => { options.ApiKey = "client id"; options.ApiSecret = "client secret"; });
        services.AddShopifyTokens();
        services.AddShopifyEmbedded();
        #endregion
    }

    public static void MapEmbedded(WebApplication app)
    {
        #region embedded-map
        var embedded = app.MapGroup("/app").RequireShopifySession();
        embedded.MapGet("/orders", async (HttpContext context, ShopifyTokens tokens, ShopifyClient client, CancellationToken cancellationToken) =>
        {
            ShopifySessionToken session = context.GetShopifySession();
            var admin = client.Admin(await tokens.GetAsync(session.Shop, cancellationToken));
            return await admin.FindOrdersAsync(ShopifySearch.Field("tag", "chat"), cancellationToken: cancellationToken);
        });
        #endregion
    }

    public static async Task AppKey(ShopifyOAuth oauth, ShopDomain shop, string privateKeyPem, CancellationToken cancellationToken)
    {
        #region app-key
        using var key = new ShopifyAppKey(privateKeyPem, "key-1");
        AccessTokenResult granted = await oauth.RequestClientCredentialsAsync(shop, key, cancellationToken);
        #endregion
    }

    public static async Task<IResult> Embedded(HttpRequest request, ShopifyOAuth oauth, ShopifyTokens tokens, CancellationToken cancellationToken)
    {
        #region session
        var header = request.Headers.Authorization.ToString();
        var session = oauth.VerifySessionToken(header.StartsWith("Bearer ", StringComparison.Ordinal) ? header[7..] : null);
        if (!session.IsValid)
        {
            request.HttpContext.Response.Headers["X-Shopify-Retry-Invalid-Session-Request"] = "1";
            return Results.Unauthorized();
        }

        var granted = await oauth.ExchangeSessionTokenAsync(session.Token.Shop, header[7..], cancellationToken: cancellationToken);
        await tokens.SaveGrantAsync(session.Token.Shop, granted, cancellationToken);
        #endregion
        return Results.Ok();
    }

    public static bool Check(HttpRequest request, ShopifyAppOptions app, TimeProvider time)
    {
        #region query
        var trusted = ShopifyQueryHmac.Verify(request.QueryString.Value, app.GetSecrets())
            && ShopifyQueryTimestamp.IsFresh(request.Query["timestamp"], time.GetUtcNow());
        #endregion
        return trusted;
    }
}
