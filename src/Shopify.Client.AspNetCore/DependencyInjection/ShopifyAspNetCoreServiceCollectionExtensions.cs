using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Shopify.Client.AspNetCore;
using Shopify.Client.Auth;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the install and webhook endpoints need.</summary>
public static class ShopifyAspNetCoreServiceCollectionExtensions
{
    /// <summary>
    /// Registers the install flow. The app itself is configured with <c>AddShopifyApp</c>. States are kept in memory, for one host, unless an
    /// <see cref="IShopifyInstallStateStore"/> is registered.
    /// </summary>
    /// <typeparam name="THandler">Receives the installed shops; created per request.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the public address; null when it is configured elsewhere.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddShopifyInstall<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services, Action<ShopifyInstallOptions>? configure = null)
        where THandler : class, IShopifyInstallHandler
    {
        services.AddShopifyApp();
        var options = services.AddOptions<ShopifyInstallOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ShopifyInstallOptions>, ShopifyInstallOptionsValidator>());
        services.TryAddScoped<IShopifyInstallHandler, THandler>();
        services.TryAddSingleton<IShopifyInstallStateStore, InMemoryInstallStateStore>();
        services.TryAddSingleton<InstallEndpoint>();
        services.TryAddSingleton<CallbackCheck>();
        services.TryAddSingleton<NextAddress>();
        services.TryAddSingleton<CallbackEndpoint>();
        return services;
    }

    /// <summary>
    /// Registers what pages inside Shopify's admin need; guard them with <c>RequireShopifySession</c>. The app itself is configured with <c>AddShopifyApp</c>, and shops are
    /// connected when <c>AddShopifyTokens</c> was called.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options; null leaves the defaults.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddShopifyEmbedded(this IServiceCollection services, Action<ShopifyEmbeddedOptions>? configure = null)
    {
        services.AddShopifyApp();
        var options = services.AddOptions<ShopifyEmbeddedOptions>();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddSingleton<EmbeddedGate>();
        return services;
    }

    /// <summary>Registers the receiver of webhooks. The app itself is configured with <c>AddShopifyApp</c>.</summary>
    /// <typeparam name="THandler">Receives the deliveries; created per request.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddShopifyWebhooks<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services)
        where THandler : class, IShopifyWebhookHandler
    {
        services.AddShopifyApp();
        services.TryAddScoped<IShopifyWebhookHandler, THandler>();
        services.TryAddSingleton<WebhookEndpoint>();
        return services;
    }
}
