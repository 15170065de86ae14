using System.Globalization;
using ShopBot.Engine.Conversations;

namespace ShopBot.Shopping.Countries;

/// <summary>What countries are called.</summary>
internal static class CountryNames
{
    /// <summary>The name in a language; the code where it is not known.</summary>
    /// <param name="code">ISO 3166-1 alpha-2.</param>
    /// <param name="language">Any culture of the language.</param>
    public static string Of(string code, CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(language);
        try
        {
            // A region of its own language calls itself by its name in that language: "es-CH" is "Suiza".
            return new RegionInfo($"{language.TwoLetterISOLanguageName}-{code}").NativeName is { Length: > 0 } name ? name : code;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }

    /// <summary>Whether a text names the country: in the language, in English, or by its code.</summary>
    public static bool IsNamed(string code, string text, CultureInfo language)
    {
        var folded = WordText.Fold(text);
        return folded.Length > 0 && (folded.Equals(code, StringComparison.OrdinalIgnoreCase)
            || WordText.Fold(Of(code, language)) == folded || WordText.Fold(Of(code, CultureInfo.GetCultureInfo("en"))) == folded);
    }
}
