using System.Text.Encodings.Web;

namespace Shopify.Emulator.Web;

/// <summary>Small helpers for the emulator's pages.</summary>
internal static class Html
{
    public static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    public static string Initial(string name) => Encode(name.Length == 0 ? "?" : name[..1].ToUpperInvariant());

    /// <summary>A whole page with one of the packed style sheets inlined.</summary>
    public static string Page(string title, string style, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
        <title>{Encode(title)}</title>
        <link rel="icon" href="data:,">
        <style>{Resources.Text($"web/{style}")}</style>
        </head>
        <body>
        {body}
        </body>
        </html>
        """;
}
