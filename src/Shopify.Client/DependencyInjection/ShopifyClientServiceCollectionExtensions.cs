using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shopify.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="ShopifyClient"/>.</summary>
public static class ShopifyClientServiceCollectionExtensions
{
    /// <summary>Registers the client as a singleton. Calling it again only adds configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options; null leaves the defaults.</param>
    /// <returns>
    /// The builder of the HTTP client, for handlers of the host's own. Using it, or <c>AddHttpClient</c> anywhere in the host, makes the client take its
    /// connections from <see cref="IHttpClientFactory"/>; otherwise it keeps one pool of connections itself.
    /// </returns>
    public static IHttpClientBuilder AddShopifyClient(this IServiceCollection services, Action<ShopifyClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<ShopifyClientOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ShopifyClientOptions>, ShopifyClientOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IShopifyCostBudget>(static provider => new InMemoryCostBudget(
            provider.GetRequiredService<IOptions<ShopifyClientOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddMetrics();
        var http = new ShopifyHttpClientBuilder(services);
        // Only once: a later call must not undo what the host did to the handler in between.
        foreach (var service in services)
        {
            if (service.ServiceType == typeof(ShopifyHttp))
                return http;
        }

        services.AddSingleton<IConfigureOptions<HttpClientFactoryOptions>>(new ShopifyHttpDefaults());
        services.AddSingleton(static provider => new ShopifyHttp(provider));
        services.TryAddSingleton(static provider => new ShopifyClient(
            provider.GetRequiredService<ShopifyHttp>(),
            provider.GetRequiredService<IOptions<ShopifyClientOptions>>().Value,
            provider.GetRequiredService<IShopifyCostBudget>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IMeterFactory>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger<ShopifyClient>() ?? (ILogger)NullLogger.Instance));
        return http;
    }

    /// <summary>Registers the client with options from a configuration section, such as <c>Shopify</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">Holds <c>ApiVersion</c>, <c>BaseUrl</c> and the other options by name.</param>
    /// <returns>The builder of the HTTP client, for handlers of the host's own.</returns>
    public static IHttpClientBuilder AddShopifyClient(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var builder = services.AddShopifyClient();
        services.AddOptions<ShopifyClientOptions>().Bind(section);
        return builder;
    }
}
