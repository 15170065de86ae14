using ShopBot.Engine.Stores;
using ShopBot.Shopping.Checkout;

namespace ShopBot.Shopify.Checkout;

/// <summary>
/// Makes links where a customer pays, in whatever way works for the shop at the moment: a Storefront cart, a permalink, an invoice. Thread-safe.
/// </summary>
public interface ICheckoutLinks
{
    /// <summary>
    /// Makes a link. Prices and stock are checked on the way; what is not as asked comes back line by line. A way that fails is followed by the
    /// next, and <see cref="CheckoutResult.Way"/> says which one was taken.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="request">What is bought, by whom.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The link; without one when nothing of the request can be bought, or no way worked.</returns>
    /// <exception cref="ArgumentException">There are no lines, or a quantity is below 1.</exception>
    ValueTask<CheckoutResult> CreateAsync(StoreProfile store, CheckoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Looks which ways work for a shop, and remembers it for as long as <see cref="ShopifyShopOptions.CheckoutProbeLifetime"/>.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What was found, to show to the merchant.</returns>
    ValueTask<CheckoutReadiness> ProbeAsync(StoreProfile store, CancellationToken cancellationToken = default);
}
