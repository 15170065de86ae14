namespace ShopBot.Shopping.Localization;

/// <summary>The languages the bot speaks.</summary>
public static class ShopLanguages
{
    private static readonly string[] Known = ["en", "es", "pt-BR", "fr", "de", "hi", "id", "ar"];

    /// <summary>Their codes, such as <c>en</c> and <c>pt-BR</c>.</summary>
    public static IReadOnlyList<string> All => Known;

    /// <summary>The one that fits a locale; null when there is none.</summary>
    /// <param name="locale">Such as <c>de-AT</c> or <c>pt</c>.</param>
    public static string? Nearest(string? locale)
    {
        if (string.IsNullOrEmpty(locale))
            return null;
        var language = locale.IndexOfAny(['-', '_']) is > 0 and var end ? locale[..end] : locale;
        return Array.Find(Known, known => known.Equals(language, StringComparison.OrdinalIgnoreCase) || known.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase));
    }
}
