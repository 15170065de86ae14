using System.Globalization;
using System.Text;

namespace WhatsApp.Client;

/// <summary>Finds emoji, for the one text that may hold none.</summary>
internal static class Emoji
{
    private const int VariationSelector = 0xFE0F;
    private const int Keycap = 0x20E3;

    public static bool IsIn(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPart(rune))
                return true;
        }

        return false;
    }

    // Signs that most fonts show as text (©, ®, ™, arrows) are emoji only with the variation selector behind them.
    private static bool IsPart(Rune rune) => rune.Value switch
    {
        VariationSelector or Keycap => true,
        >= 0x1F000 and <= 0x1FAFF => true,
        >= 0x2600 and <= 0x27BF or >= 0x2B00 and <= 0x2BFF or >= 0x2300 and <= 0x23FF => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol,
        _ => false,
    };
}
