using System.Buffers;
using System.Text.Json;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Turns;

/// <content>The stored form. Written by hand: it is read and written in every turn, and flow states pass through it as bytes.</content>
public sealed partial record ConversationDocument
{
    private const string DamagedFlow = "";
    private const int LargestKept = 16 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _scratch;

    /// <summary>Writes the document as JSON.</summary>
    public byte[] ToUtf8Bytes()
    {
        // One buffer per thread, used again; a failed write leaves none behind, and a large one is not kept.
        var (buffer, writer) = _scratch ?? Scratch();
        _scratch = null;
        writer.Reset(buffer);
        Write(writer);
        writer.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= LargestKept)
        {
            buffer.Clear();
            _scratch = (buffer, writer);
        }

        return bytes;

        static (ArrayBufferWriter<byte>, Utf8JsonWriter) Scratch()
        {
            var buffer = new ArrayBufferWriter<byte>(1024);
            return (buffer, new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }));
        }
    }

    /// <summary>
    /// Reads what <see cref="ToUtf8Bytes"/> wrote; keeps slices of the given memory. A document that cannot be read comes back as one of no flow, with its bytes as
    /// state, so that a flow can take from it what it marked to keep.
    /// </summary>
    /// <exception cref="NewerConversationException">It has members this version does not know.</exception>
    public static ConversationDocument Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            reader.Read();
            var document = ReadMembers(ref reader, json);
            return document.Current.Flow.Length > 0 ? document : Damaged(json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return Damaged(json);
        }
    }

    private static ConversationDocument Damaged(ReadOnlyMemory<byte> json) => new(new FlowDocument(DamagedFlow, 0, null, json));

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteFlow(writer, Current);
        if (Others.Count > 0)
        {
            writer.WriteStartArray("others"u8);
            foreach (var other in Others)
            {
                writer.WriteStartObject();
                WriteFlow(writer, other);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (Caller is not null)
            writer.WriteString("caller"u8, Caller);
        if (Locale is not null)
            writer.WriteString("lang"u8, Locale);
        if (Control != LaneControl.Bot)
            writer.WriteNumber("control"u8, (int)Control);
        if (HandBackAt is { } back)
            writer.WriteString("back"u8, back);
        if (HandBackIdle is { } idle)
            writer.WriteNumber("idle"u8, (long)idle.TotalSeconds);
        if (OptedOut)
            writer.WriteBoolean("optout"u8, true);
        if (SummarisedAt is { } summarised)
            writer.WriteString("summed"u8, summarised);
        if (Questions > 0)
            writer.WriteNumber("asked"u8, Questions);
        WriteHeld(writer);
        WriteTalk(writer);
        writer.WriteEndObject();
    }

    private static void WriteFlow(Utf8JsonWriter writer, FlowDocument flow)
    {
        writer.WriteString("flow"u8, flow.Flow);
        writer.WriteNumber("v"u8, flow.Version);
        if (flow.Step is not null)
            writer.WriteString("step"u8, flow.Step);
        writer.WritePropertyName("data"u8);
        writer.WriteRawValue(flow.Data.IsEmpty ? "null"u8 : flow.Data.Span, skipInputValidation: true);
        if (flow.Question is not { } question)
            return;
        writer.WriteStartObject("ask"u8);
        writer.WriteString("q"u8, question.Name);
        writer.WriteNumber("n"u8, question.Number);
        writer.WriteNumber("tries"u8, question.Tries);
        writer.WriteEndObject();
    }

    private void WriteHeld(Utf8JsonWriter writer)
    {
        if (Held.Count == 0)
            return;
        writer.WriteStartArray("held"u8);
        foreach (var held in Held)
        {
            writer.WriteStartObject();
            writer.WriteString(held.IsTimer ? "timer"u8 : "event"u8, held.Name);
            if (!held.Payload.IsEmpty)
                writer.WriteBase64String("payload"u8, held.Payload.Span);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteTalk(Utf8JsonWriter writer)
    {
        if (Talk.Count == 0)
            return;
        writer.WriteStartArray("talk"u8);
        foreach (var line in Talk)
        {
            writer.WriteStartObject();
            writer.WriteString(line.ByAssistant ? "bot"u8 : "person"u8, line.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static ConversationDocument ReadMembers(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        var flow = new FlowParts();
        var document = new ConversationDocument(new FlowDocument(DamagedFlow, 0, null, default));
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (flow.TryRead(ref reader, json))
                continue;
            var name = reader.GetString();
            reader.Read();
            document = name switch
            {
                "others" => document with { Others = ReadOthers(ref reader, json) },
                "caller" => document with { Caller = reader.GetString() },
                "lang" => document with { Locale = reader.GetString() },
                "control" => document with { Control = (LaneControl)reader.GetInt32() },
                "back" => document with { HandBackAt = reader.GetDateTimeOffset() },
                "idle" => document with { HandBackIdle = TimeSpan.FromSeconds(reader.GetInt64()) },
                "optout" => document with { OptedOut = reader.GetBoolean() },
                "summed" => document with { SummarisedAt = reader.GetDateTimeOffset() },
                "asked" => document with { Questions = reader.GetInt32() },
                "held" => document with { Held = ReadHeld(ref reader) },
                "talk" => document with { Talk = ReadTalk(ref reader) },
                _ => throw NewerConversationException.OfEngine(),
            };
        }

        return document with { Current = flow.ToDocument() };
    }

    private static List<FlowDocument> ReadOthers(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        var others = new List<FlowDocument>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var flow = new FlowParts();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!flow.TryRead(ref reader, json))
                    throw NewerConversationException.OfEngine();
            }

            others.Add(flow.ToDocument());
        }

        return others;
    }

    private static List<HeldEvent> ReadHeld(ref Utf8JsonReader reader)
    {
        var held = new List<HeldEvent>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var (isTimer, name, payload) = (false, "", Array.Empty<byte>());
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("payload"u8))
                {
                    reader.Read();
                    payload = reader.GetBytesFromBase64();
                    continue;
                }

                isTimer = reader.ValueTextEquals("timer"u8);
                reader.Read();
                name = reader.GetString() ?? "";
            }

            held.Add(new HeldEvent(isTimer, name, payload));
        }

        return held;
    }

    private static List<TalkLine> ReadTalk(ref Utf8JsonReader reader)
    {
        var talk = new List<TalkLine>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            reader.Read();
            var byAssistant = reader.ValueTextEquals("bot"u8);
            reader.Read();
            talk.Add(new TalkLine(byAssistant, reader.GetString() ?? ""));
            reader.Read();
        }

        return talk;
    }

    /// <summary>The members that belong to one flow.</summary>
    private struct FlowParts()
    {
        private string? _step;
        private ReadOnlyMemory<byte> _data;
        private OpenQuestion? _question;

        public string Name { get; private set; } = DamagedFlow;

        public int Version { get; private set; }

        /// <summary>False: the member is not one of these; the reader still stands on its name.</summary>
        public bool TryRead(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
        {
            if (reader.ValueTextEquals("flow"u8))
            {
                reader.Read();
                Name = reader.GetString() ?? DamagedFlow;
            }
            else if (reader.ValueTextEquals("v"u8))
            {
                reader.Read();
                Version = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("step"u8))
            {
                reader.Read();
                _step = reader.GetString();
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                _data = json[start..(int)reader.BytesConsumed];
            }
            else if (reader.ValueTextEquals("ask"u8))
            {
                reader.Read();
                _question = ReadQuestion(ref reader);
            }
            else
            {
                return false;
            }

            return true;
        }

        public readonly FlowDocument ToDocument() => new(Name, Version, _step, _data) { Question = _question };

        private static OpenQuestion ReadQuestion(ref Utf8JsonReader reader)
        {
            var (name, number, tries) = ("", 0, 0);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("q"u8))
                {
                    reader.Read();
                    name = reader.GetString() ?? "";
                }
                else if (reader.ValueTextEquals("n"u8))
                {
                    reader.Read();
                    number = reader.GetInt32();
                }
                else
                {
                    reader.Read();
                    tries = reader.GetInt32();
                }
            }

            return new OpenQuestion(name, number, tries);
        }
    }
}
