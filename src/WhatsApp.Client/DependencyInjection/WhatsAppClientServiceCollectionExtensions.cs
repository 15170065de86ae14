using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WhatsApp.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="WhatsAppClient"/>.</summary>
public static class WhatsAppClientServiceCollectionExtensions
{
    /// <summary>Adds the client with the defaults: Meta's host, v25.0. Calling it again changes nothing.</summary>
    /// <param name="services">Where to add it.</param>
    /// <returns>The HTTP client's builder, for the host's own handlers. They must not repeat <c>POST …/messages</c>.</returns>
    public static IHttpClientBuilder AddWhatsAppClient(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<WhatsAppClientOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WhatsAppClientOptions>, WhatsAppClientOptionsValidator>());
        var isFirst = !services.Any(service => service.ServiceType == typeof(WhatsAppClient));
        services.TryAddSingleton<WhatsAppClient>();
        var builder = services.AddHttpClient(WhatsAppClient.HttpClientName);
        if (isFirst)
            Configure(builder);
        return builder;
    }

    /// <summary>Adds the client with options from configuration.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="section">Keys <c>BaseUrl</c>, <c>ApiVersion</c>, <c>SendTimeout</c>, <c>ReadTimeout</c> and the other options by their names; others are ignored.</param>
    /// <returns>The HTTP client's builder, for the host's own handlers. They must not repeat <c>POST …/messages</c>.</returns>
    public static IHttpClientBuilder AddWhatsAppClient(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var builder = services.AddWhatsAppClient();
        services.Configure<WhatsAppClientOptions>(section);
        return builder;
    }

    /// <summary>Adds the client with options set in code.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The HTTP client's builder, for the host's own handlers. They must not repeat <c>POST …/messages</c>.</returns>
    public static IHttpClientBuilder AddWhatsAppClient(this IServiceCollection services, Action<WhatsAppClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = services.AddWhatsAppClient();
        services.Configure(configure);
        return builder;
    }

    // The deadline is ours, per call. No redirects: they would carry a token elsewhere or turn a send into a read.
    // No cookies: they are shared state between accounts. No request log: addresses of media are signed. A host that adds a log of its own sees no
    // secret header in it.
    private static void Configure(IHttpClientBuilder builder) => builder
        .RemoveAllLoggers()
        .RedactLoggedHeaders(["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"])
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
        .UseSocketsHttpHandler((handler, _) =>
        {
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.AutomaticDecompression = DecompressionMethods.All;
        });
}
