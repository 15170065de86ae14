using AngleSharp.Dom;

namespace ShopBot.Shopify.Descriptions;

/// <summary>What of a link's target can be shown in a chat.</summary>
internal static class LinkAddress
{
    /// <returns>An absolute web address, a mail address or a phone number; empty for anything else.</returns>
    public static string Of(IElement link, Uri? shop)
    {
        var target = (link.GetAttribute("href") ?? "").Trim();
        // A path of the shop; .NET would take one that begins with a slash for a file.
        var isPath = !target.StartsWith('#') && (target.StartsWith('/') || !target.Contains(':', StringComparison.Ordinal));
        if (target.Length == 0 || (isPath && shop is null) || !Uri.TryCreate(target, isPath ? UriKind.Relative : UriKind.Absolute, out var uri))
            return "";
        if (isPath && !Uri.TryCreate(shop, uri, out uri))
            return "";
        var address = uri.Scheme switch
        {
            "http" or "https" => isPath ? uri.AbsoluteUri : target,
            "mailto" or "tel" => Uri.UnescapeDataString(target[(uri.Scheme.Length + 1)..].Split('?')[0]),
            _ => "",
        };
        return PlainText.Collapse(address).Replace(" ", "%20", StringComparison.Ordinal);
    }

    /// <summary>Whether the text of a link already is its address, written in full or without the scheme.</summary>
    public static bool Same(string text, string address) =>
        text.Equals(address, StringComparison.OrdinalIgnoreCase)
        || text.TrimEnd('/').Equals(address[(address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..].TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
