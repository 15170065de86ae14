namespace ShopBot.Shopify.Catalog;

/// <summary>Languages as the Storefront API spells them.</summary>
internal static class StorefrontLanguage
{
    /// <returns>Such as <c>PT_BR</c> or <c>ES</c>.</returns>
    public static string Of(string locale) => locale.Replace('-', '_').ToUpperInvariant() switch
    {
        ['P', 'T', '_', ..] pt => pt,
        ['Z', 'H', '_', ..] zh => zh,
        [_, _, '_', ..] regional => regional[..2],
        var plain => plain,
    };
}
