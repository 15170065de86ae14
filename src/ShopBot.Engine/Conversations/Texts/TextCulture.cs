using System.Globalization;

namespace ShopBot.Engine.Conversations;

/// <summary>The culture of a locale as stores and customers write it; English where it is not one.</summary>
public static class TextCulture
{
    /// <summary>Never throws.</summary>
    /// <param name="locale">Such as <c>de</c>, <c>pt-BR</c> or <c>pt_BR</c>.</param>
    public static CultureInfo Of(string locale)
    {
        ArgumentNullException.ThrowIfNull(locale);
        try
        {
            return CultureInfo.GetCultureInfo(locale.Replace('_', '-'));
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }
}
