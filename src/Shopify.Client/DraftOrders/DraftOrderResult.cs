namespace Shopify.Client;

/// <summary>What came of making or changing a draft order: the draft as it is now, or what was refused.</summary>
/// <param name="DraftOrder">The draft; null when it was refused.</param>
/// <param name="UserErrors">What was refused; empty when all went well. This mutation's entries have no code.</param>
public sealed record DraftOrderResult(DraftOrder? DraftOrder, IReadOnlyList<ShopifyUserError> UserErrors);
