using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A sticker: WebP of 512 × 512 pixels, at most 100 KB, or 500 KB when it moves. Takes no caption.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/sticker-messages">sticker messages</see>.
/// </summary>
/// <param name="Sticker">The uploaded sticker or its address.</param>
public sealed record StickerMessage(MediaSource Sticker) : OutgoingMessage
{
    /// <inheritdoc/>
    public override string Type => "sticker";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks) => MediaSource.Check(checks, "sticker", Sticker);

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "sticker"u8);
        Sticker.WriteObject(writer, "sticker"u8);
    }
}
