using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>What stands above the body of an interactive message. Some messages take text only, some take none.</summary>
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

    /// <summary>A video.</summary>
    /// <param name="Source">The uploaded video or its address.</param>
    public sealed record Video(MediaSource Source) : MessageHeader;

    /// <summary>A file.</summary>
    /// <param name="Source">The uploaded file or its address.</param>
    /// <param name="Filename">The name shown and saved under; null leaves it to the platform.</param>
    public sealed record Document(MediaSource Source, string? Filename = null) : MessageHeader;

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"MessageHeader.{GetType().Name}";

    internal static void Check(MessageChecks checks, MessagePath path, MessageHeader? header)
    {
        switch (header)
        {
            case Text text:
                checks.Required($"{path}.text", text.Value, 60);
                break;
            case Image image:
                MediaSource.Check(checks, $"{path}.image", image.Source);
                break;
            case Video video:
                MediaSource.Check(checks, $"{path}.video", video.Source);
                break;
            case Document document:
                MediaSource.Check(checks, $"{path}.document", document.Source);
                checks.Optional($"{path}.document.filename", document.Filename, int.MaxValue);
                break;
        }
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("header"u8);
        switch (this)
        {
            case Text text:
                writer.WriteString("type"u8, "text"u8);
                writer.WriteText("text"u8, text.Value);
                break;
            case Image image:
                writer.WriteString("type"u8, "image"u8);
                image.Source.WriteObject(writer, "image"u8);
                break;
            case Video video:
                writer.WriteString("type"u8, "video"u8);
                video.Source.WriteObject(writer, "video"u8);
                break;
            case Document document:
                writer.WriteString("type"u8, "document"u8);
                writer.WriteStartObject("document"u8);
                document.Source.WriteMember(writer);
                writer.WriteOptionalText("filename"u8, document.Filename);
                writer.WriteEndObject();
                break;
        }

        writer.WriteEndObject();
    }
}
