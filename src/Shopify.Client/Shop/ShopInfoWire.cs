namespace Shopify.Client;

internal sealed record ShopInfoData(ShopWire? Shop);

internal sealed record ShopWire(
    string? Id,
    string? Name,
    string? MyshopifyDomain,
    DomainWire? PrimaryDomain,
    string? CurrencyCode,
    CurrencyFormatsWire? CurrencyFormats,
    string? IanaTimezone,
    bool? TaxesIncluded,
    IReadOnlyList<string>? ShipsToCountries,
    PlanWire? Plan,
    ShopAddressWire? ShopAddress)
{
    public ShopInfo ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "shop.id"),
        Name = shape.Need(Name, "shop.name"),
        MyshopifyDomain = shape.Need(MyshopifyDomain, "shop.myshopifyDomain"),
        PrimaryDomainUrl = PrimaryDomain?.Url,
        CurrencyCode = shape.Need(CurrencyCode, "shop.currencyCode"),
        MoneyFormat = CurrencyFormats?.MoneyFormat,
        IanaTimezone = IanaTimezone,
        TaxesIncluded = TaxesIncluded ?? false,
        ShipsToCountries = ShipsToCountries ?? [],
        PlanName = Plan?.PublicDisplayName,
        IsDevelopmentStore = Plan?.PartnerDevelopment ?? false,
        CountryCode = ShopAddress?.CountryCodeV2,
    };
}

internal sealed record DomainWire(string? Url);

internal sealed record CurrencyFormatsWire(string? MoneyFormat);

internal sealed record PlanWire(string? PublicDisplayName, bool? PartnerDevelopment);

internal sealed record ShopAddressWire(string? CountryCodeV2);
