using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>One button of a <see cref="ReplyButtonsMessage"/> or of a card in a <see cref="MediaCarouselMessage"/>.</summary>
/// <param name="Id">What comes back when it is tapped: 1 to 256 characters, never shown.</param>
/// <param name="Title">What it says: 1 to 20 characters.</param>
public sealed record ReplyButton(string Id, string Title)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ReplyButton);

    internal void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> kind)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, kind);
        writer.WriteStartObject(kind);
        writer.WriteText("id"u8, Id);
        writer.WriteText("title"u8, Title);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
