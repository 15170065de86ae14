using System.ComponentModel;
using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopify.Catalog;

/// <summary>Countries a shop sells to, as they are cached.</summary>
/// <param name="Own">The one whose prices are the shop's own; null when not told.</param>
/// <param name="Items">All of them.</param>
[ImmutableObject(true)]
internal sealed record SoldCountries(string? Own, IReadOnlyList<ShopCountry> Items)
{
    public static SoldCountries None { get; } = new(null, []);
}

/// <summary>Prices of products in a country, as they are cached.</summary>
[ImmutableObject(true)]
internal sealed record MarketPrices(IReadOnlyList<MarketPrice> Items);

/// <summary>What a product costs in a country.</summary>
internal sealed record MarketPrice(string Id, Money Lowest, bool Differ);
