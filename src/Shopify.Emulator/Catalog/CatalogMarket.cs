namespace Shopify.Emulator.Catalog;

/// <summary>A market besides the shop's own: countries that see prices in another currency or at another level. See <see href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Market"/>.</summary>
public sealed record CatalogMarket
{
    /// <summary>Name as merchants read it, such as <c>Switzerland</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name in addresses, unique in the shop.</summary>
    public required string Handle { get; init; }

    /// <summary>ISO 3166 codes of its countries. A country belongs to one market only.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>ISO 4217 code of the currency in which its buyers see and pay prices.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>How much one unit of the shop's currency is in <see cref="CurrencyCode"/>; greater than 0. Default 1.</summary>
    public decimal Rate { get; init; } = 1;

    /// <summary>Change of the price level in per cent, for example 5 for five per cent dearer. Default 0.</summary>
    public decimal PriceAdjustment { get; init; }
}
