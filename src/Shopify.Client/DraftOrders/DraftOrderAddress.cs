namespace Shopify.Client;

/// <summary>Where a draft order shall be sent. Personal data; what is null is not told.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/input-objects/MailingAddressInput"/>
public sealed record DraftOrderAddress
{
    /// <summary>The recipient's first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The recipient's last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The company.</summary>
    public string? Company { get; init; }

    /// <summary>Street and number.</summary>
    public string? Address1 { get; init; }

    /// <summary>Flat, floor and the like.</summary>
    public string? Address2 { get; init; }

    /// <summary>The town.</summary>
    public string? City { get; init; }

    /// <summary>The state or province as its code, such as <c>ON</c>.</summary>
    public string? ProvinceCode { get; init; }

    /// <summary>The postal code.</summary>
    public string? Zip { get; init; }

    /// <summary>ISO 3166-1 alpha-2, such as <c>DE</c>.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The recipient's phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The country only, because the rest is personal.</summary>
    /// <returns>Such as <c>DraftOrderAddress { CountryCode = DE }</c>.</returns>
    public override string ToString() => $"DraftOrderAddress {{ CountryCode = {CountryCode} }}";
}
