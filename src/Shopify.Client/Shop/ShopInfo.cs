namespace Shopify.Client;

/// <summary>What a shop says about itself. Changes rarely; the webhook <c>shop/update</c> announces it.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Shop"/>
public sealed record ShopInfo
{
    /// <summary>The GID, <c>gid://shopify/Shop/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name shoppers see.</summary>
    public required string Name { get; init; }

    /// <summary>The permanent domain as Shopify writes it.</summary>
    public required string MyshopifyDomain { get; init; }

    /// <summary>The public address, for links; null when the answer had none.</summary>
    public string? PrimaryDomainUrl { get; init; }

    /// <summary>The currency of the catalogue, ISO 4217.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>The merchant's template for prices, such as <c>${{amount}}</c>; may hold HTML; null when absent. <see cref="Client.MoneyFormat"/> writes by it.</summary>
    public string? MoneyFormat { get; init; }

    /// <summary>The time zone as an IANA name, such as <c>Europe/Berlin</c>; null when absent.</summary>
    public string? IanaTimezone { get; init; }

    /// <summary>Whether prices include tax.</summary>
    public bool TaxesIncluded { get; init; }

    /// <summary>The countries shipped to, ISO 3166-1 alpha-2; empty when unknown.</summary>
    public IReadOnlyList<string> ShipsToCountries { get; init; } = [];

    /// <summary>The plan's public name; a label only, its texts change; null when absent.</summary>
    public string? PlanName { get; init; }

    /// <summary>Whether this is a development store.</summary>
    public bool IsDevelopmentStore { get; init; }

    /// <summary>The country of the shop, ISO 3166-1 alpha-2; null when absent.</summary>
    public string? CountryCode { get; init; }
}
