using Microsoft.AspNetCore.Http;

namespace ShopBot.Dashboard;

/// <summary>Settings of the dashboard.</summary>
public sealed class DashboardOptions
{
    /// <summary>The address platforms call back, without a path; shown to owners. Required, never taken from a request.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Where WhatsApp webhooks arrive, below <see cref="PublicUrl"/>. Default <c>/whatsapp/webhook</c>.</summary>
    public string WhatsAppWebhookPath { get; set; } = "/whatsapp/webhook";

    /// <summary>
    /// Where style sheet and script are fetched from, such as a content network in front of this host; null for this host itself. Their names change with their content, so they may be kept
    /// for ever.
    /// </summary>
    public Uri? AssetsUrl { get; set; }

    /// <summary>
    /// Whether the pages are shown inside Shopify's admin: they may be framed by it and by nobody else, and the session begins with Shopify's session token. Needs https, because browsers keep
    /// no cookie in a frame without it. Default false.
    /// </summary>
    public bool Embedded { get; set; }

    /// <summary>
    /// Gives the permanent domain of the shop that a session token of Shopify speaks for, which a guard before the pages has verified; null when the request brought none. Required when
    /// <see cref="Embedded"/>, together with that guard: <c>RequireShopifySession</c> of Shopify.Client.AspNetCore on what <c>MapShopBotDashboard</c> returns.
    /// </summary>
    public Func<HttpContext, string?>? ShopOfSession { get; set; }
}
