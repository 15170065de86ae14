namespace ShopBot.Shopify.Checkout;

/// <summary>Which ways to pay work for a shop, as seen when it was last looked at.</summary>
/// <param name="Storefront">Whether carts can be made. <see cref="StorefrontAccess.Tokenless"/>: have the merchant publish products to the app.</param>
/// <param name="StorefrontScopeMissing">True when Shopify refused the app's token: the app needs the <c>unauthenticated_*</c> scopes.</param>
/// <param name="OnlineStoreHasProducts">Whether active products are published to the online store, which permalinks need; null when not known.</param>
/// <param name="IsPasswordProtected">Whether the online store asks visitors for a password, behind which only invoices work.</param>
public sealed record CheckoutReadiness(
    StorefrontAccess Storefront, bool StorefrontScopeMissing, bool? OnlineStoreHasProducts, bool IsPasswordProtected)
{
    /// <summary>What is assumed when nothing could be found out: the first way is tried.</summary>
    internal static CheckoutReadiness Unknown { get; } = new(StorefrontAccess.Unknown, false, null, false);

    internal bool IsCertain => Storefront != StorefrontAccess.Unknown && OnlineStoreHasProducts is not null;
}
