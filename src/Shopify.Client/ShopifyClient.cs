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
    /// <param name="budget">Gives out the query-cost points of each shop.</param>
    /// <param name="timeProvider">The clock of deadlines and waits.</param>
    /// <param name="meterFactory">Makes the meter named <see cref="ShopifyDiagnostics.MeterName"/>.</param>
    /// <param name="logger">Repeats and version warnings are written here; never tokens, never shoppers' data.</param>
    public ShopifyClient(
        IHttpClientFactory httpClientFactory,
        IOptions<ShopifyClientOptions> options,
        IShopifyCostBudget budget,
        TimeProvider timeProvider,
        IMeterFactory meterFactory,
        ILogger<ShopifyClient> logger)
        : this(new ShopifyHttp(httpClientFactory), (options ?? throw new ArgumentNullException(nameof(options))).Value, budget, timeProvider, meterFactory, logger)
    {
    }

    internal ShopifyClient(
        ShopifyHttp http, ShopifyClientOptions settings, IShopifyCostBudget budget, TimeProvider timeProvider, IMeterFactory meterFactory, ILogger logger)
    {
        var metrics = new ShopifyMetrics(meterFactory);
        var versions = new VersionWatch(settings, timeProvider, meterFactory);
        var pipeline = new GraphQLPipeline(
            new GraphQLSender(http, settings, timeProvider),
            budget,
            new RetryPolicy(settings),
            settings,
            timeProvider,
            metrics,
            new ShopifyLog(logger, settings.ApiVersion, timeProvider),
            versions);
        _transport = new GraphQLTransport(
            pipeline, new ShopStates(settings, timeProvider), new BulkFiles(http, settings, timeProvider), settings, timeProvider, metrics, versions);
    }

    /// <summary>
    /// What is known of the API version in use: whether it is served, until when, and which operations use something deprecated. Costs no call. The meter has the same as
    /// <c>shopify.client.api_version.days_left</c> and in the tags of <c>shopify.client.answers</c>.
    /// </summary>
    public ShopifyVersionStatus VersionStatus => _transport.Versions.Status;

    /// <summary>The GraphQL Admin API of one shop.</summary>
    /// <param name="shop">The shop and its token.</param>
    /// <param name="priority">Who goes first when query-cost points are short; default interactive.</param>
    /// <returns>A cheap view bound to the shop; make one per use.</returns>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql"/>
    public ShopifyAdmin Admin(ShopifyShop shop, ShopifyCallPriority priority = ShopifyCallPriority.Interactive)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return new ShopifyAdmin(_transport, shop, priority);
    }

    /// <summary>The Storefront API of one shop, opened with the app's Admin token sent as <c>Shopify-Storefront-Private-Token</c>.</summary>
    /// <param name="shop">The shop and its token.</param>
    /// <param name="priority">Who goes first when query-cost points are short; default interactive.</param>
    /// <returns>A cheap view bound to the shop; make one per use.</returns>
    /// <seealso href="https://shopify.dev/docs/api/storefront"/>
    public ShopifyStorefront Storefront(ShopifyShop shop, ShopifyCallPriority priority = ShopifyCallPriority.Interactive)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return new ShopifyStorefront(_transport, shop, priority);
    }

    /// <summary>
    /// The Storefront API of one shop as anybody sees it, without a token: what is published to the online store, carts included, at a lower limit of
    /// query complexity (1,000). For shops whose products are not published to the app.
    /// </summary>
    /// <param name="shop">The shop.</param>
    /// <returns>A cheap view bound to the shop; make one per use.</returns>
    /// <exception cref="ArgumentException">The domain is the default value.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront#authentication"/>
    public ShopifyStorefront StorefrontWithoutToken(ShopDomain shop) => Storefront(ShopifyShop.WithoutToken(shop));
}
