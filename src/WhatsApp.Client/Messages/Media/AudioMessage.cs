using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A sound: AAC, AMR, MP3, MP4 audio, or OGG with OPUS in mono, at most 16 MB. Takes no caption.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/audio-messages">audio messages</see>.
/// </summary>
/// <param name="Audio">The uploaded sound or its address.</param>
public sealed record AudioMessage(MediaSource Audio) : OutgoingMessage
{
    /// <summary>
    /// Shows it as a voice message instead of a file. Needs OGG with OPUS in mono; phones load it on their own only up to 512 KB. Default false.
    /// </summary>
    public bool Voice { get; init; }

    /// <inheritdoc/>
    public override string Type => "audio";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks) => MediaSource.Check(checks, "audio", Audio);

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "audio"u8);
        writer.WriteStartObject("audio"u8);
        Audio.WriteMember(writer);
        if (Voice)
            writer.WriteBoolean("voice"u8, true);
        writer.WriteEndObject();
    }
}
