using Microsoft.Extensions.DependencyInjection.Extensions;
using ShopBot.Dashboard;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the dashboard.</summary>
public static class DashboardServiceCollectionExtensions
{
    /// <summary>Adds what the dashboard's pages need. The engine must be registered too.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets at least the public address.</param>
    public static IServiceCollection AddShopBotDashboard(this IServiceCollection services, Action<DashboardOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<DashboardOptions>()
            .Configure(configure)
            .Validate(o => o.PublicUrl is { IsAbsoluteUri: true }, "ShopBot:PublicUrl is required: the address that owners enter in Meta's webhook settings.")
            .ValidateOnStart();
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.TryAddSingleton<DashboardSession>();
        return services;
    }
}
