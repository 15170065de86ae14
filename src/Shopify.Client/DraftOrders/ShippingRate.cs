namespace Shopify.Client;

/// <summary>A way of shipping and its price.</summary>
/// <param name="Handle">Identifies it when a draft is made.</param>
/// <param name="Title">The name buyers see.</param>
/// <param name="Price">The price.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/ShippingRate"/>
public sealed record ShippingRate(string Handle, string Title, MoneyV2 Price);
