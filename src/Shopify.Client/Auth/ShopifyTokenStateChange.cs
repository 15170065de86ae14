namespace Shopify.Client.Auth;

/// <summary>A change of the app's standing with a shop.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="From">The state before; null when the shop was not known.</param>
/// <param name="To">The state now.</param>
/// <param name="At">When.</param>
public sealed record ShopifyTokenStateChange(ShopDomain Shop, ShopifyTokenState? From, ShopifyTokenState To, DateTimeOffset At);
