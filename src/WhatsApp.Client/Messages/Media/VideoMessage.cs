using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A video: MP4 or 3GP with H.264 and AAC, one audio track or none, at most 16 MB.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/video-messages">video messages</see>.
/// </summary>
/// <param name="Video">The uploaded video or its address.</param>
public sealed record VideoMessage(MediaSource Video) : OutgoingMessage
{
    /// <summary>Text below the video, at most 1,024 characters; null for none.</summary>
    public string? Caption { get; init; }

    /// <inheritdoc/>
    public override string Type => "video";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        MediaSource.Check(checks, "video", Video);
        checks.Optional("video.caption", Caption, 1024);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "video"u8);
        writer.WriteStartObject("video"u8);
        Video.WriteMember(writer);
        writer.WriteOptionalText("caption"u8, Caption);
        writer.WriteEndObject();
    }
}
