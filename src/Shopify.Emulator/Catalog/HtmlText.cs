using System.Net;
using System.Text.RegularExpressions;

namespace Shopify.Emulator.Catalog;

/// <summary>The <c>description</c> that Shopify derives from a merchant's HTML: tags away, entities resolved, blanks collapsed.</summary>
internal static partial class HtmlText
{
    public static string Plain(string html, int? truncateAt = null)
    {
        var text = Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();
        return truncateAt is { } length && text.Length > length ? text[..Math.Max(0, length - 3)] + "..." : text;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
