namespace Shopify.Client;

/// <summary>What came of pricing a draft order: the amounts, or what was refused.</summary>
/// <param name="CalculatedDraftOrder">The amounts; null when it was refused.</param>
/// <param name="UserErrors">What was refused; empty when all went well. This mutation's entries have no code.</param>
public sealed record DraftOrderCalculation(CalculatedDraftOrder? CalculatedDraftOrder, IReadOnlyList<ShopifyUserError> UserErrors);
