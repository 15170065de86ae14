using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace ShopBot.Shopify.Descriptions;

/// <summary>Writes parsed HTML as text with WhatsApp's markers. What is nested deeper than <see cref="MaxDepth"/> is left out.</summary>
internal sealed class WhatsAppTextWriter
{
    private const int MaxDepth = 100;

    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "form", "input", "button", "select", "textarea",
        "head", "title", "meta", "link", "img", "video", "audio",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "header", "footer", "blockquote", "ul", "ol", "table", "pre", "hr", "dl", "h1", "h2", "h3", "h4", "h5", "h6",
    };

    private readonly StringBuilder _text = new();
    private int _wantedBreaks;
    private bool _wantsSpace;

    public void Write(INode root) => WriteChildren(root, 0);

    public override string ToString() => _text.ToString().Trim();

    /// <summary>Closes markers that a cut left open on the last line.</summary>
    public static string CloseMarkers(string text)
    {
        var line = text[(text.LastIndexOf('\n') + 1)..];
        foreach (var marker in "~_*")
        {
            if (line.Count(c => c == marker) % 2 == 1)
                text += marker;
        }

        return text;
    }

    private void WriteChildren(INode node, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                WriteText(text.Data);
            else if (child is IElement element && depth < MaxDepth && !IsHidden(element))
                WriteElement(element, depth + 1);
        }
    }

    private void WriteElement(IElement element, int depth)
    {
        var name = element.LocalName;
        if (Dropped.Contains(name))
            return;
        switch (name)
        {
            case "br":
                Break(1);
                break;
            case "li":
                Break(1);
                Put(Bullet(element));
                WriteChildren(element, depth);
                Break(1);
                break;
            case "tr":
                Break(1);
                WriteRow(element);
                Break(1);
                break;
            case "a":
                WriteLink(element, depth);
                break;
            case "b" or "strong" when !IsNormalWeight(element):
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dt":
                if (Blocks.Contains(name))
                    Break(2);
                WriteMarked(element, '*');
                if (Blocks.Contains(name) || name == "dt")
                    Break(1);
                break;
            case "em" or "i" or "cite":
                WriteMarked(element, '_');
                break;
            case "s" or "strike" or "del":
                WriteMarked(element, '~');
                break;
            default:
                if (Blocks.Contains(name))
                    Break(name is "div" or "ul" or "ol" ? 1 : 2);
                WriteChildren(element, depth);
                if (Blocks.Contains(name))
                    Break(name is "div" ? 1 : 2);
                break;
        }
    }

    /// <summary>Marked text stays in one line; inside it, further markers are left out.</summary>
    private void WriteMarked(IElement element, char marker)
    {
        var content = Collapse(element.TextContent).Trim();
        if (content.Length == 0)
            return;
        if (element.TextContent.Length > 0 && char.IsWhiteSpace(element.TextContent[0]))
            _wantsSpace = true;
        var touches = _wantedBreaks == 0 && !_wantsSpace && _text.Length > 0 && char.IsLetterOrDigit(_text[^1]);
        Put(touches ? Plain(content) : $"{marker}{Plain(content)}{marker}");
        _wantsSpace = element.TextContent.Length > 0 && char.IsWhiteSpace(element.TextContent[^1]);
    }

    private void WriteLink(IElement element, int depth)
    {
        var href = element.GetAttribute("href");
        WriteChildren(element, depth);
        if (!Uri.TryCreate(href, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
            return;
        if (!element.TextContent.Trim().Equals(href, StringComparison.OrdinalIgnoreCase))
            Put($" ({uri.AbsoluteUri})");
    }

    private void WriteRow(IElement row)
    {
        var cells = row.Children.Where(cell => cell.LocalName is "td" or "th").Select(cell => Plain(Collapse(cell.TextContent).Trim())).Where(cell => cell.Length > 0).ToList();
        Put(cells.Count == 2 ? $"*{cells[0].TrimEnd(':')}:* {cells[1]}" : string.Join(" · ", cells));
    }

    private void WriteText(string data)
    {
        var text = Collapse(data);
        if (text.Length == 0)
            return;
        if (text[0] == ' ')
            _wantsSpace = true;
        var trimmed = text.Trim();
        if (trimmed.Length > 0)
            Put(Plain(trimmed));
        if (text[^1] == ' ' && trimmed.Length > 0)
            _wantsSpace = true;
    }

    private void Put(string text)
    {
        if (_text.Length > 0)
        {
            if (_wantedBreaks > 0)
                _text.Append('\n', Math.Min(_wantedBreaks, 2));
            else if (_wantsSpace && text[0] != ' ')
                _text.Append(' ');
        }

        _wantedBreaks = 0;
        _wantsSpace = false;
        _text.Append(text);
    }

    private void Break(int lines)
    {
        _wantedBreaks = Math.Max(_wantedBreaks, lines);
        _wantsSpace = false;
    }

    private static string Bullet(IElement item)
    {
        if (item.ParentElement is not { LocalName: "ol" } list)
            return "- ";
        var start = int.TryParse(list.GetAttribute("start"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var first) ? first : 1;
        var position = list.Children.Where(child => child.LocalName == "li").TakeWhile(child => child != item).Count();
        return $"{(start + position).ToString(CultureInfo.InvariantCulture)}. ";
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || StyleOf(element).Contains("display:none", StringComparison.Ordinal);

    /// <summary>Pasted documents wrap everything in a bold element that is set back to normal.</summary>
    private static bool IsNormalWeight(IElement element) =>
        StyleOf(element) is var style && (style.Contains("font-weight:normal", StringComparison.Ordinal) || style.Contains("font-weight:400", StringComparison.Ordinal));

    private static string StyleOf(IElement element) =>
        (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>White space as a browser collapses it; invisible and direction characters dropped.</summary>
    private static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsWhiteSpace(c))
            {
                if (result.Length == 0 || result[^1] != ' ')
                    result.Append(' ');
            }
            else if (c is not ('\u00ad' or '\u200b' or '\u200c' or '\u2060' or '\ufeff' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'))
                && !char.IsControl(c))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    /// <summary>Characters that would format by accident; WhatsApp has no way to escape them.</summary>
    private static string Plain(string text)
    {
        if (text.AsSpan().IndexOfAny("*~`") < 0)
            return text;
        var result = new StringBuilder(text);
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = result[i] switch
            {
                '*' when i > 0 && i + 1 < result.Length && char.IsDigit(result[i - 1]) && char.IsDigit(result[i + 1]) => '×',
                '*' => '∗',
                '~' => '∼',
                '`' => 'ʼ',
                var c => c,
            };
        }

        return result.ToString();
    }
}
