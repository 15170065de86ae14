namespace Shopify.Client;

/// <summary>
/// Names one query-cost bucket. Shopify counts per app and shop, so neither the access token nor the operation is part of the name.
/// </summary>
/// <param name="Api">The API.</param>
/// <param name="AppId">The app, <see cref="ShopifyShop.AppId"/>; empty when there is only one.</param>
/// <param name="Shop">The shop.</param>
/// <seealso href="https://shopify.dev/docs/api/usage/limits"/>
public sealed record ShopifyCostBucket(ShopifyApi Api, string AppId, ShopDomain Shop)
{
    /// <inheritdoc/>
    public bool Equals(ShopifyCostBucket? other) => other is not null && Api == other.Api && Shop == other.Shop && AppId == other.AppId;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine((int)Api, AppId, Shop.Value);
}
