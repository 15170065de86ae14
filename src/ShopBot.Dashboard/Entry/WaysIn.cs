using QRCoder;
using ShopBot.Shopping.Entry;

namespace ShopBot.Dashboard;

/// <summary>Links, codes and buttons that open the chat, each with a reference that tells later which one it was.</summary>
internal static class WaysIn
{
    /// <summary>A link that opens the chat with a text filled in.</summary>
    /// <param name="phone">The shop's number; anything but digits is left out.</param>
    /// <param name="text">What stands in it before the reference.</param>
    /// <param name="source">Which way in.</param>
    public static string Link(string phone, string text, string source) =>
        $"https://wa.me/{Digits(phone)}?text={Uri.EscapeDataString($"{text} {new EntryReference(source, null)}")}";

    /// <summary>The modules of a QR code as one SVG path, four modules of quiet zone around it, and the side of the square.</summary>
    public static (string Path, int Side) Qr(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new System.Text.StringBuilder();
        var modules = data.ModuleMatrix;
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (!modules[y][x])
                    continue;
                var from = x;
                while (x + 1 < modules.Count && modules[y][x + 1])
                    x++;
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1h-{x - from + 1}z");
            }
        }

        return (path.ToString(), modules.Count);
    }

    /// <summary>
    /// A theme block for the product page. Liquid fills in the product, and <c>url_encode</c> keeps whatever its name holds inside the link.
    /// </summary>
    public static string ProductSnippet(string phone) =>
        $$$"""
        {%- comment -%} Ask on WhatsApp: put this into a Custom liquid block on the product page. {%- endcomment -%}
        {%- capture chat_text -%}Hi! I would like to know more about {{ product.title }}. (ref: product-{{ product.id }}){%- endcapture -%}
        <a class="button button--secondary" rel="nofollow noopener" target="_blank"
           href="https://wa.me/{{{Digits(phone)}}}?text={{ chat_text | strip_newlines | url_encode | replace: '+', '%20' }}">Ask on WhatsApp</a>
        """;

    /// <summary>A theme block for every page.</summary>
    public static string SiteSnippet(string phone) =>
        $$$"""
        {%- comment -%} Chat button: put this into a Custom liquid section of the footer. {%- endcomment -%}
        {%- capture chat_text -%}Hi! (ref: site){%- endcapture -%}
        <a rel="nofollow noopener" target="_blank" aria-label="Chat with us on WhatsApp"
           style="position:fixed;right:16px;bottom:16px;z-index:10;padding:12px 18px;border-radius:24px;background:#0b6b4f;color:#fff;text-decoration:none"
           href="https://wa.me/{{{Digits(phone)}}}?text={{ chat_text | url_encode | replace: '+', '%20' }}">Chat on WhatsApp</a>
        """;

    public static string Digits(string phone) => string.Concat(phone.Where(char.IsAsciiDigit));
}
