namespace WhatsApp.Client;

/// <summary>Lengths as people would rather count them than in UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>A pair of surrogates is one, a lone surrogate is one.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        }

        return count;
    }
}
