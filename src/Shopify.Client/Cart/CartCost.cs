namespace Shopify.Client;

/// <summary>What a cart costs, in the buyer's currency and before shipping.</summary>
/// <param name="SubtotalAmount">The lines after their discounts; null when not told.</param>
/// <param name="TotalAmount">What is known of the total so far.</param>
/// <param name="TotalAmountEstimated">True until address and shipping are known; say "plus shipping" then.</param>
public sealed record CartCost(MoneyV2? SubtotalAmount, MoneyV2 TotalAmount, bool TotalAmountEstimated);
