using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ShopBot.Shopify.Descriptions;

/// <summary>Product HTML as WhatsApp text. Merchant HTML is not trusted: it is parsed as a browser would and only text comes out.</summary>
public static class WhatsAppText
{
    private const int MaxInput = 256 * 1024;
    private const int MaxTags = 5_000;

    /// <summary>Converts HTML, cut to a length at the end of a word and never inside a web address.</summary>
    /// <param name="html">HTML as the merchant wrote it; null or empty gives an empty text. What is beyond 256 K characters or 5,000 tags is left out.</param>
    /// <param name="most">At most this many UTF-16 units come out; from 1.</param>
    /// <param name="shop">The page that addresses such as <c>/pages/sizes</c> are relative to; null (the default) leaves such addresses out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below 1.</exception>
    public static string FromHtml(string? html, int most, Uri? shop = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (string.IsNullOrWhiteSpace(html))
            return "";
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(Cap(html));
        var writer = new WhatsAppTextWriter(shop);
        writer.Write(document.Body!);
        var text = writer.ToString();
        return Cut(text.Length > 0 ? text : AltTextOf(document.Body!), most);
    }

    /// <summary>Building the tree takes time with the square of the depth, and depth needs tags: so these are bounded before.</summary>
    private static string Cap(string html)
    {
        var most = Math.Min(html.Length, MaxInput);
        var tags = 0;
        for (var i = 0; i < most - 1; i++)
        {
            if (html[i] == '<' && char.IsAsciiLetter(html[i + 1]) && ++tags > MaxTags)
                return html[..i];
        }

        return html[..most];
    }

    /// <summary>A description that is only a picture says what the picture says.</summary>
    private static string AltTextOf(IElement body) =>
        PlainText.Neutralise(PlainText.Collapse(body.QuerySelector("img[alt]")?.GetAttribute("alt") ?? "").Trim());

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;

        // Room for a closing marker and the ellipsis.
        var end = LastBorder(text, most - 2);
        if (end > 0 && !char.IsWhiteSpace(text[end]))
            end = WordStart(text, end);
        var cut = text[..end].TrimEnd().TrimEnd('(').TrimEnd();
        return CloseMarker(cut) + "…";
    }

    private static int LastBorder(string text, int most)
    {
        var end = 0;
        foreach (var border in StringInfo.ParseCombiningCharacters(text))
        {
            if (border > most)
                break;
            end = border;
        }

        return end;
    }

    /// <summary>Goes back to the blank before a word that would be cut, unless the word is very long and no web address.</summary>
    private static int WordStart(string text, int end)
    {
        var start = text.LastIndexOfAny([' ', '\n'], end - 1) + 1;
        return start > end / 2 || text.AsSpan(start, end - start).Contains("://", StringComparison.Ordinal) ? start : end;
    }

    /// <summary>Closes the marker that a cut left open on the last line, or drops it when nothing is behind it.</summary>
    private static string CloseMarker(string text)
    {
        var line = text.AsSpan(text.LastIndexOf('\n') + 1);
        foreach (var marker in "~_*")
        {
            if (line.Count(marker) % 2 == 0 || line.Contains("://", StringComparison.Ordinal))
                continue;
            return text[^1] == marker ? text[..^1].TrimEnd() : text + marker;
        }

        return text;
    }
}
