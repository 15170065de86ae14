using System.Globalization;
using AngleSharp.Dom;

namespace ShopBot.Shopify.Descriptions;

/// <summary>Walks parsed HTML and writes it as text with WhatsApp's markers.</summary>
internal sealed class WhatsAppTextWriter(Uri? shop)
{
    private readonly LineWriter _lines = new();
    private readonly Stack<ListFrame> _lists = new();

    public void Write(INode root) => WriteChildren(root, 0);

    public override string ToString() => _lines.ToString();

    private void WriteChildren(INode node, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                WriteText(text.Data);
            else if (child is IElement element && depth < HtmlRules.MaxDepth && HtmlRules.IsShown(element))
                WriteElement(element, depth + 1);
        }
    }

    private void WriteElement(IElement element, int depth)
    {
        if (element.LocalName == "br")
        {
            _lines.Break(1);
            return;
        }

        var isBlock = HtmlRules.IsBlock(element);
        var around = isBlock ? HtmlRules.BreaksAround(element) : 0;
        if (element.LocalName is "ul" or "ol" && _lists.Count > 0)
            around = 1;
        if (isBlock)
            _lines.Break(around);
        WriteContent(element, depth);
        if (isBlock)
            _lines.Break(element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" ? 1 : around);
    }

    private void WriteContent(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "blockquote":
                _lines.Quotes++;
                WriteChildren(element, depth);
                _lines.Quotes--;
                break;
            case "ul" or "ol":
                WriteList(element, depth);
                break;
            case "li":
                _lines.Put(_lists.TryPeek(out var list) ? list.Bullet() : "- ");
                WriteChildren(element, depth);
                break;
            case "tr":
                WriteRow(element, depth);
                break;
            case "pre":
                WritePreformatted(element);
                break;
            case "a":
                WriteLink(element, depth);
                break;
            default:
                if (HtmlRules.MarkerOf(element) is { } marker)
                    WriteMarked(element, marker);
                else
                    WriteChildren(element, depth);
                break;
        }
    }

    private void WriteList(IElement element, int depth)
    {
        var indent = _lines.Indent;
        _lines.Indent = new string(' ', 2 * _lists.Count);
        _lists.Push(ListFrame.Of(element));
        WriteChildren(element, depth);
        _lists.Pop();
        _lines.Indent = indent;
    }

    /// <summary>A marker works at word borders inside one line, so each line gets its own; inside it, further markers are left out.</summary>
    private void WriteMarked(IElement element, char marker)
    {
        var run = FlatText.Of(element);
        if (run.BeginsWithSpace)
            _lines.Space();
        for (var i = 0; i < run.Lines.Count; i++)
        {
            var (breaks, text) = run.Lines[i];
            if (i > 0)
                _lines.Break(breaks);
            var touches = _lines.TouchesWord || (i == run.Lines.Count - 1 && !run.EndsWithSpace && FlatText.IsFollowedByWord(element));
            _lines.Put(touches ? text : $"{marker}{text}{marker}");
        }

        if (run.EndsWithSpace)
            _lines.Space();
    }

    private void WriteLink(IElement element, int depth)
    {
        WriteChildren(element, depth);
        var address = LinkAddress.Of(element, shop);
        var text = PlainText.Collapse(element.TextContent).Trim();
        if (address.Length > 0 && !LinkAddress.Same(text, address))
            _lines.Put(text.Length == 0 ? address : $" ({address})");
    }

    private void WriteRow(IElement row, int depth)
    {
        var cells = row.Children.Where(cell => cell.LocalName is "td" or "th" && HtmlRules.IsShown(cell)).ToList();
        if (cells.Count == 1 || HtmlRules.IsLayout(row))
        {
            foreach (var cell in cells)
            {
                WriteChildren(cell, depth);
                _lines.Break(1);
            }

            return;
        }

        var texts = cells.Select(cell => (IsHead: cell.LocalName == "th", Text: FlatText.Of(cell).InOneLine())).Where(cell => cell.Text.Length > 0).ToList();
        if (texts.Count == 0)
            return;
        _lines.Put(texts is [var (_, key), (false, var value)]
            ? $"*{key.TrimEnd(':', ' ')}:* {value}"
            : string.Join(" · ", texts.Select(cell => cell.IsHead ? $"*{cell.Text}*" : cell.Text)));
    }

    private void WritePreformatted(IElement element)
    {
        foreach (var line in element.TextContent.ReplaceLineEndings("\n").Split('\n'))
        {
            var kept = PlainText.Neutralise(PlainText.Keep(line));
            if (kept.Length > 0)
                _lines.Put(kept);
            _lines.Break(1);
        }
    }

    private void WriteText(string data)
    {
        var text = PlainText.Collapse(data);
        if (text.Length == 0)
            return;
        if (text[0] == ' ')
            _lines.Space();
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return;
        _lines.Put(PlainText.Neutralise(trimmed));
        if (text[^1] == ' ')
            _lines.Space();
    }

    /// <summary>A list that is being written.</summary>
    private sealed class ListFrame(bool ordered, int next)
    {
        private int _next = next;

        public static ListFrame Of(IElement list) => new(
            list.LocalName == "ol",
            int.TryParse(list.GetAttribute("start"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var start) && Math.Abs(start) < 1_000_000 ? start : 1);

        public string Bullet() => ordered ? $"{(_next++).ToString(CultureInfo.InvariantCulture)}. " : "- ";
    }
}
