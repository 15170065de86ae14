namespace ShopBot.Dashboard;

/// <summary>Settings of the dashboard.</summary>
public sealed class DashboardOptions
{
    /// <summary>The address platforms call back, without a path; shown to owners. Required, never taken from a request.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Where WhatsApp webhooks arrive, below <see cref="PublicUrl"/>. Default <c>/whatsapp/webhook</c>.</summary>
    public string WhatsAppWebhookPath { get; set; } = "/whatsapp/webhook";
}
