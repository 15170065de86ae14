using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A file to keep: text, PDF, or an office document, at most 100 MB.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/document-messages">document messages</see>.
/// </summary>
/// <param name="Document">The uploaded file or its address.</param>
public sealed record DocumentMessage(MediaSource Document) : OutgoingMessage
{
    /// <summary>The name shown and saved under; its extension chooses the icon. Null leaves it to the platform.</summary>
    public string? Filename { get; init; }

    /// <summary>Text below the file, at most 1,024 characters; null for none.</summary>
    public string? Caption { get; init; }

    /// <inheritdoc/>
    public override string Type => "document";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        MediaSource.Check(checks, "document", Document);
        checks.Optional("document.filename", Filename, int.MaxValue);
        checks.Optional("document.caption", Caption, 1024);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "document"u8);
        writer.WriteStartObject("document"u8);
        Document.WriteMember(writer);
        writer.WriteOptionalText("filename"u8, Filename);
        writer.WriteOptionalText("caption"u8, Caption);
        writer.WriteEndObject();
    }
}
