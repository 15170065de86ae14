namespace Shopify.Client.Auth;

/// <summary>What became of one shop's token that never expired.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Failure">Why it could not be exchanged; null when it was.</param>
public sealed record ShopifyTokenMigration(ShopDomain Shop, ShopifyException? Failure)
{
    /// <summary>Whether the shop has a token that expires now.</summary>
    public bool Succeeded => Failure is null;
}
