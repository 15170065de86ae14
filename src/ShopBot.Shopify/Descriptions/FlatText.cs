using System.Text;
using AngleSharp.Dom;

namespace ShopBot.Shopify.Descriptions;

/// <summary>The shown text of an element without its inner formatting, line by line.</summary>
internal sealed class FlatText
{
    private readonly List<(int Breaks, string Text)> _lines = [];
    private readonly StringBuilder _line = new();
    private int _breaks;

    /// <summary>The lines that are not empty, neutralised, each with the breaks before it.</summary>
    public IReadOnlyList<(int Breaks, string Text)> Lines => _lines;

    public bool BeginsWithSpace { get; private init; }

    public bool EndsWithSpace { get; private init; }

    public static FlatText Of(IElement element)
    {
        var all = element.TextContent;
        var flat = new FlatText
        {
            BeginsWithSpace = all.Length > 0 && char.IsWhiteSpace(all[0]),
            EndsWithSpace = all.Length > 0 && char.IsWhiteSpace(all[^1]),
        };
        flat.Read(element, 0);
        flat.EndLine(0);
        return flat;
    }

    public string InOneLine() => string.Join(' ', _lines.Select(line => line.Text));

    /// <summary>Whether a letter or digit comes right behind the element.</summary>
    public static bool IsFollowedByWord(IElement element)
    {
        for (INode? node = element; node is not null && !HtmlRules.IsBlock(node); node = node.Parent)
        {
            for (var next = node.NextSibling; next is not null; next = next.NextSibling)
            {
                if (HtmlRules.IsBlock(next) || next is IElement { LocalName: "br" })
                    return false;
                if (next is IText or IElement && next.TextContent is { Length: > 0 } text)
                    return char.IsLetterOrDigit(text[0]);
            }
        }

        return false;
    }

    private void Read(INode node, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                _line.Append(text.Data);
            else if (child is IElement { LocalName: "br" })
                EndLine(1);
            else if (child is IElement element && depth < HtmlRules.MaxDepth && HtmlRules.IsShown(element))
                ReadElement(element, depth);
        }
    }

    private void ReadElement(IElement element, int depth)
    {
        var breaks = HtmlRules.IsBlock(element) ? HtmlRules.BreaksAround(element) : 0;
        if (breaks > 0)
            EndLine(breaks);
        Read(element, depth + 1);
        if (breaks > 0)
            EndLine(breaks);
    }

    private void EndLine(int breaks)
    {
        var text = PlainText.Neutralise(PlainText.Collapse(_line.ToString()).Trim());
        _line.Clear();
        if (text.Length > 0)
        {
            _lines.Add((_breaks, text));
            _breaks = 0;
        }

        _breaks = Math.Max(_breaks, breaks);
    }
}
