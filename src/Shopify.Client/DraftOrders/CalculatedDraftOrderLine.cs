namespace Shopify.Client;

/// <summary>One line of a priced draft.</summary>
/// <param name="Title">The title of the product.</param>
/// <param name="Quantity">How many.</param>
/// <param name="DiscountedTotal">The line in the buyer's currency, discounts taken off.</param>
public sealed record CalculatedDraftOrderLine(string Title, int Quantity, MoneyV2 DiscountedTotal);
