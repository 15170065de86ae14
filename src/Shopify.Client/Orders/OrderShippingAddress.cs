namespace Shopify.Client;

/// <summary>The part of a shipping address that proves who asks. Personal data.</summary>
public sealed record OrderShippingAddress
{
    /// <summary>The recipient; null when not told.</summary>
    public string? Name { get; init; }

    /// <summary>The recipient's phone number as written by the buyer; null when not told.</summary>
    public string? Phone { get; init; }

    /// <summary>The town; null when not told.</summary>
    public string? City { get; init; }

    /// <summary>The postal code; null when not told.</summary>
    public string? Zip { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null when not told.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The country only, because the rest is personal.</summary>
    /// <returns>Such as <c>OrderShippingAddress { CountryCode = DE }</c>.</returns>
    public override string ToString() => $"OrderShippingAddress {{ CountryCode = {CountryCode} }}";
}
