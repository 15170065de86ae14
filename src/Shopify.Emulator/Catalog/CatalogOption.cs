using Shopify.Emulator.Markets;

namespace Shopify.Emulator.Catalog;

/// <summary>A choice of a product, such as <c>Size</c>.</summary>
/// <param name="Name">The option's name.</param>
/// <param name="Values">Its values in display order.</param>
public sealed record CatalogOption(string Name, IReadOnlyList<string> Values)
{
    /// <summary>Its name in other languages, each under the key <c>name</c>. Default none.</summary>
    public IReadOnlyList<CatalogTranslation> Translations { get; init; } = [];

    /// <summary>Values in other languages, by the value, each under the key <c>name</c>. Default none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CatalogTranslation>> ValueTranslations { get; init; } = new Dictionary<string, IReadOnlyList<CatalogTranslation>>();

    internal string NameIn(string? locale) => Translations.In(locale, "name", Name);

    internal string ValueIn(string? locale, string value) => ValueTranslations.TryGetValue(value, out var translations) ? translations.In(locale, "name", value) : value;
}
