using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Catalog;
using ShopBot.Shopify.Diagnostics;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Checkout;
using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>Tries the ways in the order that fits the shop, until one gives an answer.</summary>
internal sealed partial class CheckoutLinks(
    ShopifySessions sessions, CheckoutPlans plans, ShopMarkets markets, CatalogTranslations translations, IEnumerable<ICheckoutWay> ways, CartPermalink permalink, ShopifyShopMetrics metrics, TimeProvider time,
    IOptions<ShopifyShopOptions> options, ILogger<CheckoutLinks> logger) : ICheckoutLinks
{
    private static readonly TimeSpan ProbeDeadline = TimeSpan.FromSeconds(4);

    private readonly Dictionary<string, ICheckoutWay> _ways = ways.ToDictionary(static way => way.Name, StringComparer.Ordinal);

    public async ValueTask<CheckoutResult> CreateAsync(StoreProfile store, CheckoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        var lines = Join(request.Lines);
        if (await ShopAsync(store, cancellationToken).ConfigureAwait(false) is not { } shop)
            return WithoutCalls(store, request, lines);
        var readiness = await ReadinessAsync(store, shop, plans.GetAsync, cancellationToken).ConfigureAwait(false);
        var attempt = new CheckoutAttempt(store, shop, request, lines, readiness)
        {
            Country = await markets.OfAsync(store, cancellationToken).ConfigureAwait(false),
            Language = await translations.LocaleOfAsync(store, cancellationToken).ConfigureAwait(false),
        };
        foreach (var name in Order(request, readiness))
        {
            var result = await TryAsync(_ways[name], attempt, cancellationToken).ConfigureAwait(false);
            metrics.LinkTried(name, result.Outcome);
            if (result.Answer is { } answer)
                return answer with { Way = name };
            if (name == CheckoutWays.StorefrontCart && result.Outcome == WayOutcomes.Denied)
                plans.Doubt(store.Id);
            Log.NextWay(logger, store.Id, name, result.Outcome);
        }

        return new CheckoutResult(null, []);
    }

    public async ValueTask<CheckoutReadiness> ProbeAsync(StoreProfile store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var shop = await sessions.GetAsync(store.Id, cancellationToken).ConfigureAwait(false);
        return await ReadinessAsync(store, shop, async (id, it, token) => await plans.ProbeAsync(id, it, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Null when Shopify did not renew the token, so that nothing can be asked now.</returns>
    private async ValueTask<ShopifyShop?> ShopAsync(StoreProfile store, CancellationToken cancellationToken)
    {
        try
        {
            return await sessions.GetAsync(store.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (ShopifyException failure)
        {
            Log.NoToken(logger, store.Id, failure);
            return null;
        }
    }

    private CheckoutResult WithoutCalls(StoreProfile store, CheckoutRequest request, IReadOnlyList<CheckoutLine> lines)
    {
        var link = request.UsesAgreedPrices ? null : permalink.Build(ShopDomain.Parse(store.ShopDomain), request.Customer, lines, request.DiscountCodes);
        metrics.LinkTried(CheckoutWays.CartPermalink, link is null ? WayOutcomes.Unfit : WayOutcomes.Made);
        return new CheckoutResult(link, []) { Way = link is null ? null : CheckoutWays.CartPermalink };
    }

    private IEnumerable<string> Order(CheckoutRequest request, CheckoutReadiness readiness)
    {
        if (request.UsesAgreedPrices)
            return [CheckoutWays.DraftOrderInvoice];
        IEnumerable<string> permalinks = options.Value.UseBuyPermalinks ? [CheckoutWays.BuyPermalink, CheckoutWays.CartPermalink] : [CheckoutWays.CartPermalink];
        IEnumerable<string> cart = readiness.Storefront == StorefrontAccess.None ? [] : [CheckoutWays.StorefrontCart];
        return readiness switch
        {
            { IsPasswordProtected: true } => [CheckoutWays.DraftOrderInvoice, .. cart, .. permalinks],
            { OnlineStoreHasProducts: false } => [.. cart, CheckoutWays.DraftOrderInvoice, .. permalinks],
            _ => [.. cart, .. permalinks, CheckoutWays.DraftOrderInvoice],
        };
    }

    private async Task<WayResult> TryAsync(ICheckoutWay way, CheckoutAttempt attempt, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(way.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await way.TryAsync(attempt, either.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is ShopifyException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.WayFailed(logger, attempt.Store.Id, way.Name, failure);
            return new WayResult(WayOutcomes.Of(failure));
        }
    }

    private async ValueTask<CheckoutReadiness> ReadinessAsync(
        StoreProfile store, ShopifyShop shop, Func<StoreId, ShopifyShop, CancellationToken, ValueTask<CheckoutReadiness>> read, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(ProbeDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var readiness = await read(store.Id, shop, either.Token).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        // Who did not answer a question in that time is not asked for a cart on top of it.
        return deadline.IsCancellationRequested && readiness.Storefront == StorefrontAccess.Unknown
            ? readiness with { Storefront = StorefrontAccess.None }
            : readiness;
    }

    private static List<CheckoutLine> Join(IReadOnlyList<CheckoutLine> lines)
    {
        if (lines.Count == 0 || lines.Any(static line => line.Quantity < 1))
            throw new ArgumentException("A checkout needs lines, each of a quantity from 1.", nameof(lines));
        return [.. lines.GroupBy(static line => line.VariantId, StringComparer.Ordinal).Select(static same => same.First() with { Quantity = same.Sum(static line => line.Quantity) })];
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "Store {Store}: no checkout link by {Way} ({Outcome}); the next way is tried.")]
        public static partial void NextWay(ILogger logger, StoreId store, string way, string outcome);

        [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "Store {Store}: Shopify failed while a checkout link was made by {Way}.")]
        public static partial void WayFailed(ILogger logger, StoreId store, string way, Exception exception);

        [LoggerMessage(EventId = 2103, Level = LogLevel.Warning, Message = "Store {Store}: there is no good token now; a permalink is used.")]
        public static partial void NoToken(ILogger logger, StoreId store, Exception exception);
    }
}
