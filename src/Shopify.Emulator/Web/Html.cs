using System.Text.Encodings.Web;

namespace Shopify.Emulator.Web;

/// <summary>Small helpers for the emulator's pages. Nothing in them comes from elsewhere, and no page has a script.</summary>
internal static class Html
{
    public static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    public static string Initial(string name) => Encode(name.Length == 0 ? "?" : name[..1].ToUpperInvariant());

    /// <summary>A whole page with one of the packed style sheets.</summary>
    public static string Page(string title, string style, string body, string language = "en") => $"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
        <title>{Encode(title)}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{StyleSheets.Path}{style}">
        </head>
        <body>
        {body}
        </body>
        </html>
        """;
}
