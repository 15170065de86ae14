using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ShopBot.Engine.Turns;
using WhatsApp.Client;

namespace ShopBot.Benchmarks.Serialization;

/// <summary>The same JSON with one writer and one buffer that are used again, and no question of what else there could be.</summary>
internal sealed class ByHand
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _strict;
    private readonly Utf8JsonWriter _relaxed;

    public ByHand()
    {
        _strict = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });
        _relaxed = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public byte[] Write(ConversationDocument document)
    {
        Begin(_strict);
        _strict.WriteString("flow"u8, document.Current.Flow);
        _strict.WriteNumber("v"u8, document.Current.Version);
        _strict.WritePropertyName("data"u8);
        _strict.WriteRawValue(document.Current.Data.Span, skipInputValidation: true);
        return End(_strict);
    }

    public byte[] Write(ReplyButtonsMessage message)
    {
        Begin(_relaxed);
        _relaxed.WriteString("type"u8, "interactive"u8);
        _relaxed.WriteStartObject("interactive"u8);
        _relaxed.WriteString("type"u8, "button"u8);
        if (message.Header is MessageHeader.Image { Source: MediaSource.ByLink link })
        {
            _relaxed.WriteStartObject("header"u8);
            _relaxed.WriteString("type"u8, "image"u8);
            _relaxed.WriteStartObject("image"u8);
            _relaxed.WriteString("link"u8, link.Link.AbsoluteUri);
            _relaxed.WriteEndObject();
            _relaxed.WriteEndObject();
        }

        _relaxed.WriteStartObject("body"u8);
        _relaxed.WriteString("text"u8, message.Body);
        _relaxed.WriteEndObject();
        _relaxed.WriteStartObject("action"u8);
        _relaxed.WriteStartArray("buttons"u8);
        foreach (var button in message.Buttons)
        {
            _relaxed.WriteStartObject();
            _relaxed.WriteString("type"u8, "reply"u8);
            _relaxed.WriteStartObject("reply"u8);
            _relaxed.WriteString("id"u8, button.Id);
            _relaxed.WriteString("title"u8, button.Title);
            _relaxed.WriteEndObject();
            _relaxed.WriteEndObject();
        }

        _relaxed.WriteEndArray();
        _relaxed.WriteEndObject();
        _relaxed.WriteEndObject();
        return End(_relaxed);
    }

    public static int Tokens(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    private void Begin(Utf8JsonWriter writer)
    {
        _buffer.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
    }

    private byte[] End(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.Flush();
        return _buffer.WrittenSpan.ToArray();
    }
}
