using System.Globalization;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ShopBot.Shopify.Descriptions;

/// <summary>Product HTML as WhatsApp text. Merchant HTML is not trusted: it is parsed as a browser would and only text comes out.</summary>
public static class WhatsAppText
{
    private const int MaxInput = 256 * 1024;

    /// <summary>Converts HTML, cut to a length at the end of a word.</summary>
    /// <param name="html">HTML as the merchant wrote it; null or empty gives an empty text.</param>
    /// <param name="most">At most this many UTF-16 units come out.</param>
    public static string FromHtml(string? html, int most)
    {
        if (string.IsNullOrWhiteSpace(html))
            return "";
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html.Length > MaxInput ? html[..MaxInput] : html);
        var writer = new WhatsAppTextWriter();
        writer.Write(document.Body!);
        return Cut(writer.ToString(), most);
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext() && elements.ElementIndex + elements.GetTextElement().Length < most)
            end = elements.ElementIndex + elements.GetTextElement().Length;
        var word = text.LastIndexOfAny([' ', '\n'], Math.Max(end - 1, 0));
        var cut = text[..(word > most / 2 ? word : end)].TrimEnd();
        return WhatsAppTextWriter.CloseMarkers(cut) + "…";
    }
}
