using ShopBot.Engine.Stores;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>What a way has to work with.</summary>
/// <param name="Store">The store.</param>
/// <param name="Shop">Its shop.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Lines">The request's lines, one per variant.</param>
/// <param name="Readiness">What is known of the shop.</param>
internal sealed record CheckoutAttempt(
    StoreProfile Store, ShopifyShop Shop, CheckoutRequest Request, IReadOnlyList<CheckoutLine> Lines, CheckoutReadiness Readiness)
{
    /// <summary>The buyer's country, when its prices are not the shop's own.</summary>
    public ShopCountry? Country { get; init; }

    /// <summary>The customer's language as the shop calls it, when it is not the shop's own and the shop has it.</summary>
    public string? Language { get; init; }
}
