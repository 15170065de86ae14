namespace WhatsApp.Client.Webhooks;

/// <summary>What a message of any kind says in words.</summary>
internal static class ContentText
{
    /// <summary>The text, or the caption of a file; null when neither.</summary>
    public static string? Of(JsonTree message) =>
        message["text"].Id("body") ?? (message.Id("type") is { } type ? message[type].Id("caption") : null);
}
