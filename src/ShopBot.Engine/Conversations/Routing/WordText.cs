using System.Buffers;
using System.Globalization;
using System.Text;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// A text as words: folded to what two writers of the same word agree on, separated by one space each. Case never matters. Accents do not in Latin and Greek
/// letters, vowel points and alif forms do not in Arabic and Hebrew; the signs of Indian scripts are part of the word and stay. Scripts without spaces
/// give one word per character, so that a phrase is found inside a sentence.
/// </summary>
public static class WordText
{
    private const int Tatweel = 0x0640;

    private enum Script
    {
        None,
        Accented,
        Pointed,
        Cyrillic,
        Unspaced,
        Other,
    }

    /// <summary>Folds a text.</summary>
    /// <param name="text">As somebody wrote it.</param>
    /// <returns>The folded characters; word borders are the spaces. Empty when it has no letter and no digit.</returns>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii(text))
            return FoldAscii(text);
        var folded = new StringBuilder(text.Length + 8);
        var script = Script.None;
        var border = true;
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
            {
                if (!border && KeepsMark(script, rune))
                    folded.Append(rune.ToString());
                continue;
            }

            if (category is UnicodeCategory.Format || rune.Value == Tatweel)
                continue;
            if (!Rune.IsLetterOrDigit(rune))
            {
                border = true;
                continue;
            }

            var before = script;
            script = ScriptOf(rune);
            if (folded.Length > 0 && (border || script == Script.Unspaced || before == Script.Unspaced))
                folded.Append(' ');
            AppendLetter(folded, rune);
            border = false;
        }

        return Recompose(folded.ToString());
    }

    private static bool Ascii(string text) => System.Text.Ascii.IsValid(text);

    private static string FoldAscii(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 1);
        try
        {
            var length = 0;
            var apart = false;
            foreach (var c in text)
            {
                if (!char.IsAsciiLetterOrDigit(c))
                {
                    apart = length > 0;
                    continue;
                }

                if (apart)
                    buffer[length++] = ' ';
                apart = false;
                buffer[length++] = char.ToLowerInvariant(c);
            }

            return new string(buffer, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static void AppendLetter(StringBuilder folded, Rune rune)
    {
        switch (rune.Value)
        {
            case 'ß' or 'ẞ': folded.Append("ss"); break;
            case 'æ' or 'Æ': folded.Append("ae"); break;
            case 'œ' or 'Œ': folded.Append("oe"); break;
            case 'ø' or 'Ø': folded.Append('o'); break;
            case 'đ' or 'Đ': folded.Append('d'); break;
            case 'ł' or 'Ł': folded.Append('l'); break;
            case 'ı' or 'İ': folded.Append('i'); break;
            case 'ς': folded.Append('σ'); break;
            case 0x0671: folded.Append('\u0627'); break; // alif wasla
            case 0x0649: folded.Append('\u064A'); break; // alif maqsura as ya
            case 0x06CC: folded.Append('\u064A'); break; // Farsi ya as ya
            case 0x06A9: folded.Append('\u0643'); break; // keheh as kaf
            case 0x0629: folded.Append('\u0647'); break; // ta marbuta as ha
            default:
                // One digit has many faces: those of Arabic or Hindi count as ours.
                if (Rune.IsDigit(rune))
                    folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                else
                    folded.Append(Rune.ToLowerInvariant(rune).ToString());
                break;
        }
    }

    private static bool KeepsMark(Script script, Rune mark) => script switch
    {
        Script.Accented or Script.Pointed => false,
        Script.Cyrillic => mark.Value != 0x0308 && mark.Value != 0x0301,
        _ => mark.Value is not (0x093C or 0x09BC or 0x0A3C or 0xFE0F), // a nukta is written or left out by the same people
    };

    private static string Recompose(string folded) => folded.IsNormalized(NormalizationForm.FormC) ? folded : folded.Normalize(NormalizationForm.FormC);

    private static Script ScriptOf(Rune rune) => rune.Value switch
    {
        < 0x0250 or (>= 0x0370 and < 0x0400) or (>= 0x1E00 and < 0x2000) => Script.Accented,
        >= 0x0400 and < 0x0530 => Script.Cyrillic,
        >= 0x0590 and < 0x0780 or (>= 0x08A0 and < 0x0900) => Script.Pointed,
        >= 0x0E00 and < 0x0F00 or (>= 0x1000 and < 0x10A0) or (>= 0x1780 and < 0x1800) or (>= 0x3040 and < 0x3100) or (>= 0x31F0 and < 0x3200)
            or (>= 0x3400 and < 0xA000) or (>= 0xF900 and < 0xFB00) or (>= 0x20000 and < 0x32000) => Script.Unspaced,
        _ => Script.Other,
    };
}
