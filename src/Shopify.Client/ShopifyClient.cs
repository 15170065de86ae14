using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Shopify.Client;

/// <summary>
/// The way into Shopify for every shop: one instance serves all tenants at the same time and is safe to use from many threads.
/// Register it with <c>AddShopifyClient</c>.
/// </summary>
public sealed class ShopifyClient
{
    /// <summary>The name of the <see cref="HttpClient"/> taken from <see cref="IHttpClientFactory"/>.</summary>
    public const string HttpClientName = "Shopify.Client";

    private readonly GraphQLTransport _transport;

    /// <summary>Creates the client; dependency injection normally does this.</summary>
    /// <param name="httpClientFactory">Gives the client named <see cref="HttpClientName"/>, whose handler must not follow redirects.</param>
    /// <param name="options">Address, version, deadline.</param>
    /// <param name="timeProvider">The clock of deadlines and waits.</param>
    /// <param name="meterFactory">Makes the meter named <see cref="ShopifyDiagnostics.MeterName"/>.</param>
    /// <param name="logger">Repeats and version warnings are written here; never tokens, never shoppers' data.</param>
    public ShopifyClient(
        IHttpClientFactory httpClientFactory,
        IOptions<ShopifyClientOptions> options,
        TimeProvider timeProvider,
        IMeterFactory meterFactory,
        ILogger<ShopifyClient> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _transport = new GraphQLTransport(
            new GraphQLSender(httpClientFactory, options, timeProvider),
            new RetryPolicy(options.Value),
            timeProvider,
            new ShopifyMetrics(meterFactory),
            new ShopifyLog(logger, options.Value.ApiVersion));
    }

    /// <summary>The GraphQL Admin API of one shop.</summary>
    /// <param name="shop">The shop and its token.</param>
    /// <returns>A cheap view bound to the shop; make one per use.</returns>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql"/>
    public ShopifyAdmin Admin(ShopifyShop shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return new ShopifyAdmin(_transport, shop);
    }

    /// <summary>The Storefront API of one shop, opened with the app's Admin token sent as <c>Shopify-Storefront-Private-Token</c>.</summary>
    /// <param name="shop">The shop and its token.</param>
    /// <returns>A cheap view bound to the shop; make one per use.</returns>
    /// <seealso href="https://shopify.dev/docs/api/storefront"/>
    public ShopifyStorefront Storefront(ShopifyShop shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return new ShopifyStorefront(_transport, shop);
    }
}
