using Microsoft.Extensions.Logging;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Catalog;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>The shopping contract, answered by <see cref="ICheckoutLinks"/>; prices come of a Storefront cart that nobody sees.</summary>
internal sealed partial class ShopifyCheckout(ICheckoutLinks links, ShopifyClient client, ShopifySessions sessions, CheckoutPlans plans, ShopMarkets markets, TimeProvider time, ILogger<ShopifyCheckout> logger) : IShopCheckout
{
    private static readonly TimeSpan PriceDeadline = TimeSpan.FromSeconds(4);

    public ValueTask<CheckoutResult> CreateAsync(StoreProfile store, CheckoutOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        return links.CreateAsync(store, new CheckoutRequest(order.Customer, order.Lines) { DiscountCodes = order.DiscountCodes }, cancellationToken);
    }

    public async ValueTask<CheckoutPricing?> PriceAsync(StoreProfile store, CheckoutOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(order);
        using var deadline = new CancellationTokenSource(PriceDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var shop = await sessions.GetAsync(store.Id, either.Token).ConfigureAwait(false);
            var readiness = await plans.GetAsync(store.Id, shop, either.Token).ConfigureAwait(false);
            if (readiness.Storefront == StorefrontAccess.None)
                return null;
            var storefront = readiness.Storefront == StorefrontAccess.Tokenless ? client.StorefrontWithoutToken(shop.Domain) : client.Storefront(shop);
            var input = new CartInput
            {
                Lines = [.. order.Lines.Select(static line => new CartLineInput(line.VariantId, line.Quantity))],
                DiscountCodes = order.DiscountCodes,
                CountryCode = (await markets.OfAsync(store, either.Token).ConfigureAwait(false))?.Code,
            };
            return (await storefront.CreateCartAsync(input, either.Token).ConfigureAwait(false)).Cart is { } cart ? Pricing(cart, order) : null;
        }
        catch (Exception failure) when (failure is ShopifyException or ShopNotConnectedException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The code is kept, and the checkout tells what it does.
            Log.NoPrice(logger, store.Id, failure);
            return null;
        }
    }

    private static CheckoutPricing Pricing(Cart cart, CheckoutOrder order)
    {
        var full = cart.Lines.Sum(line => (line.Cost?.AmountPerQuantity?.Amount ?? 0) * line.Quantity);
        var total = CartReading.TotalOf(cart);
        return new CheckoutPricing
        {
            RefusedCodes = CartReading.RefusedCodes(cart, order.DiscountCodes),
            Discount = total is { } pays && full > pays.Amount ? new Money(full - pays.Amount, pays.Currency) : null,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2104, Level = LogLevel.Warning, Message = "Store {Store}: what a discount code takes off could not be asked.")]
        public static partial void NoPrice(ILogger logger, StoreId store, Exception exception);
    }
}
