using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Checkout;

namespace ShopBot.Shopify.Checkout;

/// <summary>The shopping contract, answered by <see cref="ICheckoutLinks"/>.</summary>
internal sealed class ShopifyCheckout(ICheckoutLinks links) : IShopCheckout
{
    public ValueTask<CheckoutResult> CreateAsync(
        StoreProfile store, CustomerId customer, IReadOnlyList<CheckoutLine> lines, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return links.CreateAsync(store, new CheckoutRequest(customer, lines), cancellationToken);
    }
}
