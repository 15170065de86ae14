using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Shopify.Client;
using Shopify.Client.Auth;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the Shopify app: its options and <see cref="ShopifyOAuth"/>.</summary>
public static class ShopifyAppServiceCollectionExtensions
{
    /// <summary>Registers the app and the client it needs. Calling it again only adds configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets id, secret and scopes; null when they are configured elsewhere. A missing id or secret stops the start.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddShopifyApp(this IServiceCollection services, Action<ShopifyAppOptions>? configure = null)
    {
        services.AddShopifyClient();
        var options = services.AddOptions<ShopifyAppOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ShopifyAppOptions>, ShopifyAppOptionsValidator>());
        services.TryAddSingleton(static provider => new ShopifyOAuth(
            provider.GetRequiredService<ShopifyHttp>(),
            provider.GetRequiredService<IOptions<ShopifyClientOptions>>().Value,
            provider.GetRequiredService<IOptions<ShopifyAppOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>
    /// Registers <see cref="ShopifyTokens"/> and the service that keeps idle shops alive. Tokens are kept in memory unless an
    /// <see cref="IShopifyTokenStore"/> is registered. Calling it again only adds configuration.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes when tokens are renewed; null leaves the defaults.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddShopifyTokens(this IServiceCollection services, Action<ShopifyTokenOptions>? configure = null)
    {
        services.AddShopifyApp();
        services.AddLogging();
        var options = services.AddOptions<ShopifyTokenOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ShopifyTokenOptions>, ShopifyTokenOptionsValidator>());
        services.TryAddSingleton<IShopifyTokenStore, InMemoryShopifyTokenStore>();
        services.TryAddSingleton<ShopifyTokens>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TokenSweeper>());
        return services;
    }

    /// <summary>
    /// Registers a service that asks once a day, through any shop of <see cref="ShopifyTokens"/>, which API versions Shopify offers: <see cref="ShopifyClient.VersionStatus"/> then knows
    /// of an end that comes earlier than the calendar says, and a warning is written each day while the version in use ends soon or has ended. Calling it again changes nothing.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddShopifyVersionWatch(this IServiceCollection services)
    {
        services.AddShopifyTokens();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, VersionAsker>());
        return services;
    }

    /// <summary>
    /// Registers the app from a configuration section, such as <c>Shopify</c>: <c>ApiKey</c>, <c>ApiSecret</c>, <c>OldApiSecret</c>, <c>UsePkce</c>,
    /// and <c>Scopes</c> and <c>RequiredScopes</c>, each as a list or as one comma-separated text.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddShopifyApp(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddShopifyApp(options =>
        {
            options.ApiKey = section[nameof(options.ApiKey)] ?? options.ApiKey;
            options.ApiSecret = section[nameof(options.ApiSecret)] ?? options.ApiSecret;
            options.OldApiSecret = section[nameof(options.OldApiSecret)] ?? options.OldApiSecret;
            if (bool.TryParse(section[nameof(options.UsePkce)], out var usePkce))
                options.UsePkce = usePkce;
            if (ReadScopes(section.GetSection(nameof(options.Scopes))) is { Count: > 0 } asked)
                options.Scopes = asked;
            if (ReadScopes(section.GetSection(nameof(options.RequiredScopes))) is { Count: > 0 } required)
                options.RequiredScopes = required;
        });
    }

    private static IReadOnlyList<string> ReadScopes(IConfigurationSection section) =>
        ShopifyScopes.Parse(section.GetChildren().Select(static child => child.Value ?? string.Empty).Append(section.Value ?? string.Empty));
}
