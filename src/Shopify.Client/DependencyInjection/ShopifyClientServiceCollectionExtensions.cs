using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Shopify.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="ShopifyClient"/>.</summary>
public static class ShopifyClientServiceCollectionExtensions
{
    /// <summary>Registers the client as a singleton. Calling it again only adds configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options; null leaves the defaults.</param>
    /// <returns>The builder of the HTTP client, for handlers of the host's own.</returns>
    public static IHttpClientBuilder AddShopifyClient(this IServiceCollection services, Action<ShopifyClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<ShopifyClientOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ShopifyClientOptions>, ShopifyClientOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IShopifyCostBudget, InMemoryCostBudget>();
        var http = services.AddHttpClient(ShopifyClient.HttpClientName);
        // Only once: a later call must not undo what the host did to the handler in between.
        if (services.Any(static service => service.ServiceType == typeof(ShopifyClient)))
            return http;
        services.AddSingleton<ShopifyClient>();
        return http
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(CreateHandler)
            // Tokens travel in headers. That is the default of today's factory too; here it does not depend on it.
            .RedactLoggedHeaders(static _ => true);
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

    // A redirect would carry the token header to another host, and cookies would mix up tenants.
    private static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
