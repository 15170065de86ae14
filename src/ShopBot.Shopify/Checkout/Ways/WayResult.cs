using ShopBot.Shopping.Checkout;

namespace ShopBot.Shopify.Checkout;

/// <summary>What came of a way.</summary>
/// <param name="Outcome">One of <see cref="WayOutcomes"/>.</param>
/// <param name="Answer">What the customer gets; null when the next way shall be tried.</param>
internal sealed record WayResult(string Outcome, CheckoutResult? Answer = null);
