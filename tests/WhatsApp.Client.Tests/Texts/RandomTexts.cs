using System.Text;

namespace WhatsApp.Client.Tests.Texts;

/// <summary>Texts as people write them and as they should not: emoji of many parts, accents, blanks, half surrogates.</summary>
internal static class RandomTexts
{
    private static readonly string[] Pieces =
    [
        "a", "b", "Z", "7", "ß", "é", "e\u0301", "\u0915\u094D\u0937", "한", "日", "本", "。", "？", "א", "م", "👋", "👋🏽", "👨‍👩‍👧‍👦", "🇩🇪", "🇫🇷", "❤️", "1️⃣", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
        " ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00A0", "\u2028", " \u0301", ".", "!", ". ", "? ", "…", "*", "\u200D", "\uD83D", "\uDE00", "word", "https://shop.example/c/1", "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307",
    ];

    public static string Next(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(120); count > 0; count--)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }
}
