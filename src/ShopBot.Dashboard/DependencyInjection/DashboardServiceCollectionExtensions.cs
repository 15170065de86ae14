using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ShopBot.Dashboard;
using ShopBot.Shopping.Settings;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the dashboard.</summary>
public static class DashboardServiceCollectionExtensions
{
    /// <summary>Adds what the dashboard's pages need. The engine (<c>AddShopBot</c>) must be registered too.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets at least the public address.</param>
    public static IServiceCollection AddShopBotDashboard(this IServiceCollection services, Action<DashboardOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<DashboardOptions>()
            .Configure(configure)
            .Validate(o => o.PublicUrl is { IsAbsoluteUri: true }, "ShopBot:PublicUrl is required: the address that owners enter in Meta's webhook settings.")
            .Validate(o => o.AssetsUrl is null or { IsAbsoluteUri: true }, "DashboardOptions.AssetsUrl must be an absolute address.")
            .Validate(o => !o.Embedded || o.ShopOfSession is not null, "DashboardOptions.ShopOfSession is required when the pages are embedded: without it nobody could sign in.")
            .ValidateOnStart();
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddSingleton<IConfigureOptions<AntiforgeryOptions>, OwnerForms>();
        services.TryAddSingleton<IAntiforgeryAdditionalDataProvider, ShopAntiforgery>();
        services.TryAddSingleton<DashboardSession>();
        services.TryAddSingleton<ShopSettingsStore>();
        services.TryAddSingleton<IShopSettings>(static provider => provider.GetRequiredService<ShopSettingsStore>());
        services.TryAddSingleton<ConnectionCheck>();
        services.TryAddSingleton<TemplateReport>();
        services.TryAddSingleton<TestMessage>();
        services.TryAddSingleton<StoreNumber>();
        services.TryAddSingleton<PriceReport>();
        services.TryAddSingleton<LiveEndpoint>();
        services.TryAddSingleton<PrivacyExport>();
        services.TryAddSingleton<FigureBook>();
        if (services.All(service => service.ServiceType != typeof(FigureKeeper)))
        {
            services.AddSingleton<FigureKeeper>();
            services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<FigureKeeper>());
        }

        return services;
    }

    /// <summary>In a frame of Shopify's admin the cookie beside a form's token needs what the session's cookie needs.</summary>
    private sealed class OwnerForms(IOptions<DashboardOptions> dashboard) : IConfigureOptions<AntiforgeryOptions>
    {
        public void Configure(AntiforgeryOptions options)
        {
            // The guard says which pages may be framed.
            options.SuppressXFrameOptionsHeader = true;
            if (!dashboard.Value.Embedded)
                return;
            options.Cookie.SameSite = SameSiteMode.None;
            // Written as it is, because behind a proxy that ends TLS the request itself looks plain, which the framework would refuse.
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
            options.Cookie.Extensions.Add("Secure");
            options.Cookie.Extensions.Add("Partitioned");
        }
    }
}
