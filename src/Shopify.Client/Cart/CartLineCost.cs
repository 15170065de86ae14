namespace Shopify.Client;

/// <summary>What a cart line costs, in the buyer's currency.</summary>
/// <param name="AmountPerQuantity">One piece; null when not told.</param>
/// <param name="CompareAtAmountPerQuantity">One piece before a sale; null without one.</param>
/// <param name="TotalAmount">The whole line, discounts taken off.</param>
public sealed record CartLineCost(MoneyV2? AmountPerQuantity, MoneyV2? CompareAtAmountPerQuantity, MoneyV2 TotalAmount);
