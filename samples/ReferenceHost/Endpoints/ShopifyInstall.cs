using Microsoft.Extensions.Options;
using ShopBot.Dashboard;
using ShopBot.Shopify.Install;
using Shopify.Client.AspNetCore;
using Shopify.Client.Auth;

namespace ReferenceHost.Endpoints;

/// <summary>What follows a granted installation: save the store, sign its owner in, show the set-up page.</summary>
internal sealed class ShopifyInstall(ShopifyInstaller installer, DashboardSession session, IOptions<DashboardOptions> dashboard, IOptions<ShopifyAppOptions> app)
    : IShopifyInstallHandler
{
    public async ValueTask<string> InstalledAsync(ShopifyInstallation installation, HttpContext context, CancellationToken cancellationToken)
    {
        var store = await installer.InstallAsync(installation.ShopDomain, installation.Token, cancellationToken);
        session.SignIn(context, store.Profile.ShopDomain);
        return dashboard.Value.Embedded
            ? $"https://admin.shopify.com/store/{installation.ShopDomain.Value.Split('.')[0]}/apps/{app.Value.ApiKey}"
            : "/shopify/setup";
    }
}
