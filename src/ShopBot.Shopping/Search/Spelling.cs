namespace ShopBot.Shopping.Search;

/// <summary>Which words of a store a mistyped word may mean.</summary>
internal static class Spelling
{
    private const int MostMeant = 3;

    /// <summary>
    /// The nearest of the words: letters too much, too little, wrong or exchanged with their neighbour are counted. Words up to 3 letters forgive none, up to 5 letters one, longer ones two.
    /// A word may also be the mistyped beginning of a longer one.
    /// </summary>
    public static IReadOnlyList<string> Meant(string word, IReadOnlyList<string> words)
    {
        var forgiven = word.Length <= 3 ? 0 : word.Length <= 5 ? 1 : 2;
        var near = words.Select(other => (Word: other, Mistakes: Mistakes(word, other, forgiven))).Where(entry => entry.Mistakes <= forgiven).ToList();
        if (near.Count == 0)
            return [];
        var least = near.Min(entry => entry.Mistakes);
        return [.. near.Where(entry => entry.Mistakes <= least).Take(MostMeant).Select(entry => entry.Word)];
    }

    private static double Mistakes(string word, string other, int forgiven)
    {
        var whole = Math.Abs(word.Length - other.Length) > forgiven ? double.MaxValue : Distance(word, other);
        if (word.Length < 5 || other.Length <= word.Length)
            return whole;
        return Math.Min(whole, Distance(word, other[..word.Length]) + 0.5);
    }

    private static int Distance(string a, string b)
    {
        var width = b.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        var before = rows[..width];
        var last = rows[width..(2 * width)];
        var row = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[^1];
    }
}
