namespace Shopify.Client.AspNetCore;

/// <summary>Programs that open links only to show what is behind them: an installation must not begin for them.</summary>
internal static class LinkPreview
{
    private static readonly string[] Names =
    [
        "facebookexternalhit", "WhatsApp/", "Slackbot", "TelegramBot", "Twitterbot", "LinkedInBot", "Discordbot", "SkypeUriPreview",
        "Googlebot", "bingbot", "Applebot", "redditbot", "Pinterestbot", "Embedly", "Iframely",
    ];

    public static bool IsBot(string userAgent) => Array.Exists(Names, name => userAgent.Contains(name, StringComparison.OrdinalIgnoreCase));
}
