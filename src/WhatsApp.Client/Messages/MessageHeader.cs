using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>What stands above the body of an interactive message.</summary>
public abstract record MessageHeader
{
    private MessageHeader()
    {
    }

    /// <summary>A line of text.</summary>
    /// <param name="Value">1 to 60 characters.</param>
    public sealed record Text(string Value) : MessageHeader;

    /// <summary>A picture.</summary>
    /// <param name="Source">The uploaded picture or its address.</param>
    public sealed record Image(MediaSource Source) : MessageHeader;

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"MessageHeader.{GetType().Name}";

    internal static void Check(MessageChecks checks, MessageHeader? header)
    {
        if (header is Text text)
            checks.Required("interactive.header.text", text.Value, 60);
        else if (header is Image image)
            MediaSource.Check(checks, "interactive.header.image", image.Source);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("header"u8);
        if (this is Text text)
        {
            writer.WriteString("type"u8, "text"u8);
            writer.WriteText("text"u8, text.Value);
        }
        else
        {
            writer.WriteString("type"u8, "image"u8);
            writer.WriteStartObject("image"u8);
            ((Image)this).Source.WriteMember(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
