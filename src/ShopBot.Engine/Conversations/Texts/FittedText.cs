using System.Globalization;

namespace ShopBot.Engine.Conversations;

/// <summary>Fits texts into the platform's limits.</summary>
public static class FittedText
{
    /// <summary>What a button's title may have.</summary>
    public const int ButtonTitle = 20;

    /// <summary>What a row's title may have.</summary>
    public const int RowTitle = 24;

    /// <summary>What a row's description may have.</summary>
    public const int RowDescription = 72;

    /// <summary>What the body of an interactive message may have.</summary>
    public const int Body = 1024;

    /// <summary>Cuts on the border of a written character and ends with "…"; counts UTF-16 units, the strictest way.</summary>
    public static string Cut(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (text.Length <= most)
            return text;
        var end = 0;
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext() && characters.ElementIndex + characters.GetTextElement().Length <= most - 1)
            end = characters.ElementIndex + characters.GetTextElement().Length;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>Row titles must say something and differ within a message: a repeated one gets a number.</summary>
    /// <param name="titles">The titles as the shop wrote them.</param>
    /// <param name="most">At most this many UTF-16 units each.</param>
    /// <param name="taken">Titles of other rows of the message.</param>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> titles, int most, params ReadOnlySpan<string> taken)
    {
        ArgumentNullException.ThrowIfNull(titles);
        var seen = new HashSet<string>([.. taken], StringComparer.Ordinal);
        var result = new List<string>();
        foreach (var title in titles)
        {
            var named = string.IsNullOrWhiteSpace(title) ? "–" : title;
            var candidate = Cut(named, most);
            for (var n = 2; !seen.Add(candidate); n++)
                candidate = $"{Cut(named, most - 3)} {n.ToString(CultureInfo.InvariantCulture)}";
            result.Add(candidate);
        }

        return result;
    }
}
