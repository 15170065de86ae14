using AngleSharp.Dom;

namespace ShopBot.Shopify.Descriptions;

/// <summary>What the elements of merchant HTML mean for a chat.</summary>
internal static class HtmlRules
{
    /// <summary>What is nested deeper is left out.</summary>
    public const int MaxDepth = 100;

    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "form", "input", "button", "select", "textarea",
        "head", "title", "meta", "link", "img", "video", "audio",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "section", "article", "header", "footer", "blockquote", "ul", "ol", "li", "table", "tr", "pre", "hr", "dl", "dt", "dd",
        "h1", "h2", "h3", "h4", "h5", "h6",
    };

    public static bool IsBlock(INode node) => node is IElement element && Blocks.Contains(element.LocalName);

    public static bool IsShown(IElement element) =>
        !Dropped.Contains(element.LocalName)
        && !element.HasAttribute("hidden")
        && element.GetAttribute("aria-hidden") != "true"
        && !StyleOf(element).Contains("display:none", StringComparison.Ordinal);

    /// <summary>The marker an element puts around its text; null for none.</summary>
    public static char? MarkerOf(IElement element) => element.LocalName switch
    {
        // Pasted documents wrap everything in a bold element that is set back to normal.
        "b" or "strong" => IsNormalWeight(element) ? null : '*',
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dt" or "th" => '*',
        "em" or "i" or "cite" => '_',
        "s" or "strike" or "del" => '~',
        _ => null,
    };

    /// <summary>How many line breaks stand around a block.</summary>
    public static int BreaksAround(IElement block) => block.LocalName is "div" or "li" or "tr" or "dt" or "dd" ? 1 : 2;

    /// <summary>A table that only puts things beside each other: it says so, or its row holds whole blocks.</summary>
    public static bool IsLayout(IElement row) =>
        row.Closest("table")?.GetAttribute("role") is "presentation" or "none"
        || row.Children.Any(static cell => cell.LocalName is "td" && cell.Children.Any(static inner => inner.LocalName is "table" or "ul" or "ol" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6"));

    private static bool IsNormalWeight(IElement element) =>
        StyleOf(element) is var style && (style.Contains("font-weight:normal", StringComparison.Ordinal) || style.Contains("font-weight:400", StringComparison.Ordinal));

    private static string StyleOf(IElement element) =>
        (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
