namespace Shopify.Client.Tests.Search;

/// <summary>What shoppers might write, and what attackers would.</summary>
internal static class NastyText
{
    private static readonly string[] Pieces =
    [
        "lamp", "Grün", "绿色", "كرسي", "O'Brien", "5", "A4", "mid-century", "half*way", "50%", "é", "🎁", "👩‍🚀", "\u202Eright",
        "AND", "OR", "NOT", "and", "-", "--", "*", "**", ":", "::", "(", ")", "()", ")(", "\"", "\"\"", "'", "''", "\\", "\\\\", "\\\"", "\\'", "\\*", "\\:",
        "status:draft", "tag:x", "title:*", "price:<50", "-tag:y", "(a OR b)", "NOT status:active", "\" OR status:draft \"", "') OR ('", "*) OR (*",
        "{ shop { id } }", "}) { x } #", "$query", "\"\"\"", "...on Product{id}", "\\u0022", "&quot;", "%22", "${x}", "\0", "\u0001", "\n", "\r\n", "\t", "\u2028", "\uFEFF", "\uD800", ",", "a,b", "<", ">=", "=", "[", "]", "`", "/*", "//",
    ];

    public static string Random(Random random)
    {
        var text = string.Empty;
        for (var piece = random.Next(1, 9); piece > 0; piece--)
            text += Pieces[random.Next(Pieces.Length)] + (random.Next(2) == 0 ? " " : string.Empty);
        return text;
    }
}
