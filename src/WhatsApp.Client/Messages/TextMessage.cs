using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// Plain text.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages">text messages</see>.
/// </summary>
/// <param name="Body">1 to 4,096 characters. U+0000 is left out when sending.</param>
public sealed record TextMessage(string Body) : OutgoingMessage
{
    /// <summary>
    /// Shows a preview of the first address in the text that starts with <c>http://</c> or <c>https://</c>; without one nothing is shown, which
    /// is a warning. Default false.
    /// </summary>
    public bool PreviewUrl { get; init; }

    /// <inheritdoc/>
    public override string Type => "text";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        checks.Required("text.body", Body, 4096);
        if (PreviewUrl && Body is not null && !HasAddress(Body))
            checks.Warn("text.preview_url", MessageFaultKind.NotAllowed);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "text"u8);
        writer.WriteStartObject("text"u8);
        writer.WriteText("body"u8, Body);
        if (PreviewUrl)
            writer.WriteBoolean("preview_url"u8, true);
        writer.WriteEndObject();
    }

    private static bool HasAddress(string text) =>
        text.Contains("https://", StringComparison.OrdinalIgnoreCase) || text.Contains("http://", StringComparison.OrdinalIgnoreCase);
}
