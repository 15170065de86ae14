namespace ShopBot.Engine.Conversations;

/// <summary>
/// Which form of a text goes with a whole number: the cardinal rules of Unicode CLDR for the languages customers of shops write in; the others follow English.
/// See <see href="https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html">plural rules</see>.
/// </summary>
public static class PluralRules
{
    /// <summary>The form: <c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
    /// <param name="locale">Such as <c>ar</c> or <c>pt-PT</c>.</param>
    /// <param name="amount">How many.</param>
    public static string Category(string locale, long amount)
    {
        ArgumentNullException.ThrowIfNull(locale);
        var n = Math.Abs(amount);
        var (ten, hundred) = (n % 10, n % 100);
        var language = locale.IndexOfAny(['-', '_']) is > 0 and var end ? locale[..end] : locale;
        return language.ToLowerInvariant() switch
        {
            "ja" or "ko" or "zh" or "th" or "vi" or "id" or "ms" or "my" or "lo" or "km" or "yue" => "other",
            "fr" or "pt" when !locale.Equals("pt-PT", StringComparison.OrdinalIgnoreCase) => n is 0 or 1 ? "one" : n % 1_000_000 == 0 ? "many" : "other",
            "es" or "it" or "ca" or "pt" => n == 1 ? "one" : n != 0 && n % 1_000_000 == 0 ? "many" : "other",
            "hi" or "bn" or "gu" or "kn" or "fa" or "am" or "zu" or "as" => n is 0 or 1 ? "one" : "other",
            "pa" or "ln" or "mg" or "ti" => n is 0 or 1 ? "one" : "other",
            "ar" => n switch { 0 => "zero", 1 => "one", 2 => "two", _ when hundred is >= 3 and <= 10 => "few", _ when hundred >= 11 => "many", _ => "other" },
            "he" or "iw" => n switch { 1 => "one", 2 => "two", _ => "other" },
            "ru" or "uk" or "be" => Slavic(ten, hundred),
            "sr" or "hr" or "bs" => Slavic(ten, hundred) is "many" ? "other" : Slavic(ten, hundred),
            "pl" => n == 1 ? "one" : ten is >= 2 and <= 4 && hundred is not (>= 12 and <= 14) ? "few" : "many",
            "cs" or "sk" => n == 1 ? "one" : n is >= 2 and <= 4 ? "few" : "other",
            "ro" or "mo" => n == 1 ? "one" : n == 0 || hundred is >= 1 and <= 19 ? "few" : "other",
            "lt" => hundred is >= 11 and <= 19 ? "other" : ten == 1 ? "one" : ten >= 2 ? "few" : "other",
            "lv" => ten == 0 || hundred is >= 11 and <= 19 ? "zero" : ten == 1 ? "one" : "other",
            "sl" => hundred switch { 1 => "one", 2 => "two", 3 or 4 => "few", _ => "other" },
            _ => n == 1 ? "one" : "other",
        };
    }

    private static string Slavic(long ten, long hundred) =>
        ten == 1 && hundred != 11 ? "one" : ten is >= 2 and <= 4 && hundred is not (>= 12 and <= 14) ? "few" : "many";
}
