namespace Shopify.Emulator.Catalog;

/// <summary>What a shop is and sells: the data behind one <see cref="EmulatedShop"/>. Orders and stock changes never touch this record.</summary>
public sealed record ShopCatalog
{
    /// <summary>Name of the shop as shoppers read it.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 4217 code of the shop's own currency. Default <c>EUR</c>.</summary>
    public string CurrencyCode { get; init; } = "EUR";

    /// <summary>ISO 3166 code of the country the shop is in. Default <c>DE</c>.</summary>
    public string CountryCode { get; init; } = "DE";

    /// <summary>City of the shop's address. Default <c>Berlin</c>.</summary>
    public string City { get; init; } = "Berlin";

    /// <summary>The merchant's e-mail address. Default an invented one.</summary>
    public string Email { get; init; } = "hello@shop.example";

    /// <summary>IANA name of the shop's time zone; times in webhook bodies carry its offset. Default <c>Europe/Berlin</c>.</summary>
    public string IanaTimezone { get; init; } = "Europe/Berlin";

    /// <summary>Countries the shop ships to. Default Germany, Austria, the Netherlands and France.</summary>
    public IReadOnlyList<string> ShipsToCountries { get; init; } = ["DE", "AT", "NL", "FR"];

    /// <summary>Price of the one shipping method, in <see cref="CurrencyCode"/>. Default 4.90.</summary>
    public decimal ShippingPrice { get; init; } = 4.90m;

    /// <summary>Goods total from which shipping is free; null means never. Default 75.</summary>
    public decimal? FreeShippingFrom { get; init; } = 75m;

    /// <summary>Products, oldest first. Handles are unique.</summary>
    public required IReadOnlyList<CatalogProduct> Products { get; init; }

    /// <summary>Collections, oldest first. Handles are unique.</summary>
    public IReadOnlyList<CatalogCollection> Collections { get; init; } = [];

    /// <summary>Discount codes, oldest first. Codes are unique.</summary>
    public IReadOnlyList<CatalogDiscount> Discounts { get; init; } = [];

    /// <summary>Markets besides the shop's own country list, which always sells in <see cref="CurrencyCode"/>. Default none.</summary>
    public IReadOnlyList<CatalogMarket> Markets { get; init; } = [];

    /// <summary>Locales of the shop, the first one primary. Default <c>en</c> only.</summary>
    public IReadOnlyList<string> Locales { get; init; } = ["en"];

    /// <summary>Share of tax that prices contain, as a fraction: 0.19 for 19 per cent. Default 0: no tax.</summary>
    public decimal TaxRate { get; init; }

    /// <summary>Policies of the shop, such as the refund policy.</summary>
    public IReadOnlyList<CatalogPolicy> Policies { get; init; } = [];

    /// <summary>Opens a picture by the file name of a <see cref="CatalogImage"/>; null when there is none. Default: no pictures.</summary>
    public Func<string, Stream?> OpenPicture { get; init; } = static _ => null;
}
