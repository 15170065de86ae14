namespace Shopify.Client;

/// <summary>Who is buying. Given to a cart it fills in the checkout; the country decides currency and prices.</summary>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/input-objects/CartBuyerIdentityInput"/>
public sealed record CartBuyerIdentity
{
    /// <summary>ISO 3166-1 alpha-2 such as <c>DE</c>; null when not told.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The e-mail address; null when not told. Personal data.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number as E.164; null when not told. Personal data.</summary>
    public string? Phone { get; init; }

    /// <summary>The country only, because the rest is personal.</summary>
    /// <returns>Such as <c>CartBuyerIdentity { CountryCode = DE }</c>.</returns>
    public override string ToString() => $"CartBuyerIdentity {{ CountryCode = {CountryCode} }}";
}
