using Microsoft.Extensions.Logging;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Checkout;
using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>
/// A Storefront cart's checkout link; when the Storefront API refuses or does not answer in time, a cart permalink, which needs no call.
/// Both carry the customer's id, so that the paid order finds its way back.
/// </summary>
internal sealed partial class ShopifyCheckout(
    ShopifyClient client, ShopifySessions sessions, CartPermalink permalink, TimeProvider time, ILogger<ShopifyCheckout> logger) : IShopCheckout
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);

    public async ValueTask<CheckoutResult> CreateAsync(
        StoreProfile store, CustomerId customer, IReadOnlyList<CheckoutLine> lines, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(lines);
        var shop = await sessions.GetAsync(store.Id, cancellationToken).ConfigureAwait(false);
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var result = await client.Storefront(shop).CreateCartAsync(
                new CartInput
                {
                    Lines = [.. lines.Select(line => new CartLineInput(line.VariantId, line.Quantity))],
                    Attributes = [new CartAttribute(ChatReference.Attribute, ChatReference.Of(customer))],
                },
                either.Token).ConfigureAwait(false);
            if (Uri.TryCreate(result.Cart?.CheckoutUrl, UriKind.Absolute, out var link))
                return new CheckoutResult(link, [.. result.Warnings.Select(warning => warning.Message)]);
            Log.CartRefused(logger, store.Id, result.UserErrors.Count > 0 ? result.UserErrors[0].Code : null);
        }
        catch (ShopifyException e)
        {
            Log.CartFailed(logger, store.Id, e);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.CartTimedOut(logger, store.Id);
        }

        return new CheckoutResult(permalink.Build(shop.Domain, customer, lines), []);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "Store {Store}: the Storefront API refused the cart ({Code}); a permalink is used.")]
        public static partial void CartRefused(ILogger logger, StoreId store, string? code);

        [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "Store {Store}: the Storefront API failed; a permalink is used.")]
        public static partial void CartFailed(ILogger logger, StoreId store, Exception exception);

        [LoggerMessage(EventId = 2103, Level = LogLevel.Warning, Message = "Store {Store}: the Storefront API did not answer in time; a permalink is used.")]
        public static partial void CartTimedOut(ILogger logger, StoreId store);
    }
}
