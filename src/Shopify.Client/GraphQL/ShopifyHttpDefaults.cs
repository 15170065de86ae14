using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Shopify.Client;

/// <summary>What the HTTP client is set to, made by the factory or by ourselves; what a host configures later wins.</summary>
internal sealed class ShopifyHttpDefaults : IConfigureNamedOptions<HttpClientFactoryOptions>
{
    public void Configure(string? name, HttpClientFactoryOptions options)
    {
        if (name != ShopifyClient.HttpClientName)
            return;
        // The client has deadlines of its own.
        options.HttpClientActions.Add(static client => client.Timeout = Timeout.InfiniteTimeSpan);
        options.HttpMessageHandlerBuilderActions.Add(static builder => builder.PrimaryHandler = CreateHandler(null));
        // Tokens travel in headers. That is the default of today's factory too; here it does not depend on it.
        options.ShouldRedactHeaderValue = static _ => true;
    }

    public void Configure(HttpClientFactoryOptions options)
    {
        // Only the named client is ours.
    }

    // A redirect would carry the token header to another host, and cookies would mix up tenants.
    public static SocketsHttpHandler CreateHandler(IMeterFactory? meterFactory) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MeterFactory = meterFactory,
    };
}
