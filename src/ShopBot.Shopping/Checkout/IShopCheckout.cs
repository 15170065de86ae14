using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Checkout;

/// <summary>Turns a cart into a link where the customer pays.</summary>
public interface IShopCheckout
{
    /// <summary>Makes a checkout.</summary>
    /// <param name="store">The store.</param>
    /// <param name="customer">Who buys; comes back with the paid order.</param>
    /// <param name="lines">What is bought.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<CheckoutResult> CreateAsync(StoreProfile store, CustomerId customer, IReadOnlyList<CheckoutLine> lines, CancellationToken cancellationToken = default);
}
