using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A picture: JPEG or PNG, at most 5 MB.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/image-messages">image messages</see>.
/// </summary>
/// <param name="Image">The uploaded picture or its address.</param>
public sealed record ImageMessage(MediaSource Image) : OutgoingMessage
{
    /// <summary>Text below the picture, at most 1,024 characters; null for none.</summary>
    public string? Caption { get; init; }

    /// <inheritdoc/>
    public override string Type => "image";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        MediaSource.Check(checks, "image", Image);
        checks.Optional("image.caption", Caption, 1024);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "image"u8);
        writer.WriteStartObject("image"u8);
        Image.WriteMember(writer);
        writer.WriteOptionalText("caption"u8, Caption);
        writer.WriteEndObject();
    }
}
