namespace WhatsApp.Client.AspNetCore.Diagnostics;

/// <summary>Names of what this package emits. No measurement holds personal data.</summary>
public static class WhatsAppWebhookDiagnostics
{
    /// <summary>
    /// Name of the meter: <c>whatsapp.webhook.requests</c> by <c>outcome</c>, <c>whatsapp.webhook.changes</c> by <c>outcome</c>
    /// (<c>accepted</c>, <c>dropped</c>, <c>unknown</c>) and <c>whatsapp.webhook.events</c> by <c>kind</c>
    /// (<c>message</c>, <c>status</c>, <c>call</c>, <c>copy</c> for what is not to be answered, <c>other</c>, <c>unknown</c>, <c>malformed</c>).
    /// </summary>
    public const string MeterName = "WhatsApp.Client.AspNetCore";
}
