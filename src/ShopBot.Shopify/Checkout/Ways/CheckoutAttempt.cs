using ShopBot.Engine.Stores;
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
    StoreProfile Store, ShopifyShop Shop, CheckoutRequest Request, IReadOnlyList<CheckoutLine> Lines, CheckoutReadiness Readiness);
