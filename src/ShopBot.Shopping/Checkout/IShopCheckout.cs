using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Checkout;

/// <summary>Turns a cart into a link where the customer pays.</summary>
public interface IShopCheckout
{
    /// <summary>Makes a checkout.</summary>
    /// <param name="store">The store.</param>
    /// <param name="order">What is bought by whom.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<CheckoutResult> CreateAsync(StoreProfile store, CheckoutOrder order, CancellationToken cancellationToken = default);

    /// <summary>What discount codes do to an order, without making a checkout the customer sees.</summary>
    /// <param name="store">The store.</param>
    /// <param name="order">What is bought by whom, with the codes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null when the shop tells it only at the checkout.</returns>
    ValueTask<CheckoutPricing?> PriceAsync(StoreProfile store, CheckoutOrder order, CancellationToken cancellationToken = default) => new((CheckoutPricing?)null);
}
