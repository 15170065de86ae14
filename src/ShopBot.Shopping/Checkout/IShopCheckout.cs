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

/// <summary>One line of a checkout.</summary>
/// <param name="VariantId">What.</param>
/// <param name="Quantity">How many; from 1.</param>
public sealed record CheckoutLine(string VariantId, int Quantity);

/// <summary>The link, or why there is none.</summary>
/// <param name="Link">Where to pay; null when the shop refused all lines.</param>
/// <param name="Notes">What the shop changed, in the shop's words.</param>
public sealed record CheckoutResult(Uri? Link, IReadOnlyList<string> Notes);
