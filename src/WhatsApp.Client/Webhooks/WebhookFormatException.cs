namespace WhatsApp.Client.Webhooks;

/// <summary>The bytes are not a webhook of any shape: not JSON, or larger than any delivery. The message never shows them.</summary>
public sealed class WebhookFormatException : WhatsAppException
{
    internal WebhookFormatException(string message)
        : base(message)
    {
    }
}
