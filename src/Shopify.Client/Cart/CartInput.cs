namespace Shopify.Client;

/// <summary>A cart to be made.</summary>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/input-objects/CartInput"/>
public sealed record CartInput
{
    /// <summary>What is in it; 1 to 250 lines.</summary>
    public required IReadOnlyList<CartLineInput> Lines { get; init; }

    /// <summary>Facts that travel to the order, at most 250. Never a phone number or a name.</summary>
    public IReadOnlyList<CartAttribute> Attributes { get; init; } = [];

    /// <summary>Discount codes to try; one that does not apply becomes a warning. Default none.</summary>
    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>A note to the merchant, at most 5 000 characters; null (the default) for none.</summary>
    public string? Note { get; init; }

    /// <summary>The buyer's country, ISO 3166-1 alpha-2 such as <c>DE</c>, which decides currency and prices; null (the default) for the shop's own market.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The language of texts in the answer, Shopify's code such as <c>DE</c> or <c>PT_BR</c>; null (the default) for the shop's own.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>The buyer's e-mail address, filled in at checkout; null (the default) for none.</summary>
    public string? Email { get; init; }

    /// <summary>The buyer's phone number as E.164, filled in at checkout; null (the default) for none.</summary>
    public string? Phone { get; init; }

    /// <summary>The number of lines only, because the rest may be personal.</summary>
    /// <returns>Such as <c>CartInput { Lines = 2 }</c>.</returns>
    public override string ToString() => $"CartInput {{ Lines = {Lines.Count} }}";
}
