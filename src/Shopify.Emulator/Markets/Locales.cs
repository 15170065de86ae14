using System.Globalization;
using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Markets;

/// <summary>Languages of a shop, in both spellings of the platform: <c>pt-BR</c> and <c>PT_BR</c>.</summary>
internal static class Locales
{
    public static string ToEnum(string locale) => locale.Replace('-', '_').ToUpperInvariant();

    /// <summary>The shop's locale behind a <c>LanguageCode</c>; null when the shop has none such.</summary>
    public static string? FromEnum(ShopCatalog catalog, string? code) => code is null ? null : catalog.Locales.FirstOrDefault(l => ToEnum(l) == code);

    public static string NameOf(string locale) => CultureInfo.GetCultureInfo(locale).EnglishName;

    public static string EndonymOf(string locale) => CultureInfo.GetCultureInfo(locale).NativeName;

    /// <summary>The text in a locale, or the original when it was not translated.</summary>
    public static string In(this IReadOnlyList<CatalogTranslation> translations, string? locale, string key, string original)
    {
        if (locale is null || translations.Count == 0) return original;
        foreach (var translation in translations)
            if (translation.Key == key && translation.Locale == locale) return translation.Value;
        return original;
    }
}
