using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// What fills one button of a template. Buttons without a variable (a fixed address, a phone number, a request for contact details or a
/// call) are left out. <see cref="Index"/> counts all buttons of the template, from 0.
/// </summary>
/// <param name="Index">The button's place among all of the template's, 0 to 9.</param>
public abstract record TemplateButton(int Index)
{
    internal const int MaxButtons = 10;

    /// <summary>The platform's word for the kind, such as <c>quick_reply</c>.</summary>
    internal abstract string SubType { get; }

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"TemplateButton.{GetType().Name}";

    internal abstract void Check(MessageChecks checks, MessagePath path);

    /// <summary>Writes the items of <c>parameters</c>.</summary>
    internal abstract void WriteParameters(Utf8JsonWriter writer);

    private protected static void WriteParameter(Utf8JsonWriter writer, ReadOnlySpan<byte> kind, string value)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, kind);
        writer.WriteText(kind, value);
        writer.WriteEndObject();
    }

    /// <summary>A tap comes back with this payload. Without it, with the button's text.</summary>
    /// <param name="Index">The button's place.</param>
    /// <param name="Payload">1 to 256 characters, never shown; <see cref="ReplyPayloads"/> makes one of a record.</param>
    public sealed record QuickReply(int Index, string Payload) : TemplateButton(Index)
    {
        internal override string SubType => "quick_reply";

        internal override void Check(MessageChecks checks, MessagePath path) => checks.Required($"{path}[0].payload", Payload, 256);

        internal override void WriteParameters(Utf8JsonWriter writer) => WriteParameter(writer, "payload"u8, Payload);
    }

    /// <summary>The end of the template's address.</summary>
    /// <param name="Index">The button's place.</param>
    /// <param name="Suffix">What follows the fixed part: 1 to 2,000 characters, with what an address cannot hold escaped.</param>
    public sealed record Url(int Index, string Suffix) : TemplateButton(Index)
    {
        internal override string SubType => "url";

        internal override void Check(MessageChecks checks, MessagePath path) => checks.ParameterText($"{path}[0].text", Suffix, 2000);

        internal override void WriteParameters(Utf8JsonWriter writer) => WriteParameter(writer, "text"u8, Suffix);
    }

    /// <summary>The coupon code that a tap copies.</summary>
    /// <param name="Index">The button's place.</param>
    /// <param name="Code">1 to 15 ASCII letters and digits.</param>
    public sealed record CopyCode(int Index, string Code) : TemplateButton(Index)
    {
        internal override string SubType => "copy_code";

        internal override void Check(MessageChecks checks, MessagePath path)
        {
            checks.Required($"{path}[0].coupon_code", Code, 15);
            if (!string.IsNullOrWhiteSpace(Code) && !Code.All(char.IsAsciiLetterOrDigit))
                checks.Add($"{path}[0].coupon_code", MessageFaultKind.Malformed);
        }

        internal override void WriteParameters(Utf8JsonWriter writer) => WriteParameter(writer, "coupon_code"u8, Code);
    }

    /// <summary>What a flow is started with.</summary>
    /// <param name="Index">The button's place.</param>
    public sealed record Flow(int Index) : TemplateButton(Index)
    {
        /// <summary>Comes back with the answer and names this start; null for none.</summary>
        public string? FlowToken { get; init; }

        /// <summary>A UTF-8 JSON object for the first screen; null for none.</summary>
        public ReadOnlyMemory<byte>? ActionData { get; init; }

        internal override string SubType => "flow";

        internal override void Check(MessageChecks checks, MessagePath path)
        {
            checks.Optional($"{path}[0].action.flow_token", FlowToken, int.MaxValue);
            if (ActionData is { } data && !RawObject.IsObject(data.Span))
                checks.Add($"{path}[0].action.flow_action_data", MessageFaultKind.Malformed);
        }

        internal override void WriteParameters(Utf8JsonWriter writer)
        {
            BeginAction(writer);
            writer.WriteOptionalText("flow_token"u8, FlowToken);
            if (ActionData is { } data)
            {
                writer.WritePropertyName("flow_action_data"u8);
                writer.WriteRawValue(data.Span);
            }

            EndAction(writer);
        }
    }

    /// <summary>The picture of a button that opens the catalog.</summary>
    /// <param name="Index">The button's place.</param>
    /// <param name="ThumbnailProductRetailerId">The product whose picture is shown.</param>
    public sealed record Catalog(int Index, string ThumbnailProductRetailerId) : TemplateButton(Index)
    {
        internal override string SubType => "catalog";

        internal override void Check(MessageChecks checks, MessagePath path) =>
            checks.Required($"{path}[0].action.thumbnail_product_retailer_id", ThumbnailProductRetailerId, int.MaxValue);

        internal override void WriteParameters(Utf8JsonWriter writer)
        {
            BeginAction(writer);
            writer.WriteText("thumbnail_product_retailer_id"u8, ThumbnailProductRetailerId);
            EndAction(writer);
        }
    }

    /// <summary>A button that calls the business inside WhatsApp.</summary>
    /// <param name="Index">The button's place.</param>
    public sealed record VoiceCall(int Index) : TemplateButton(Index)
    {
        /// <summary>How long the button works: 1 to 43,200 minutes; null for seven days.</summary>
        public int? TtlMinutes { get; init; }

        /// <summary>Comes back with the call's webhook; null for none.</summary>
        public string? Payload { get; init; }

        internal override string SubType => "voice_call";

        internal override void Check(MessageChecks checks, MessagePath path)
        {
            if (TtlMinutes is { } minutes)
                checks.Range($"{path}[0].ttl_minutes", minutes, 1, 43_200);
            checks.Optional($"{path}[{(TtlMinutes is null ? 0 : 1)}].payload", Payload, int.MaxValue);
            if (TtlMinutes is null && Payload is null)
                checks.Add(path, MessageFaultKind.Missing);
        }

        internal override void WriteParameters(Utf8JsonWriter writer)
        {
            if (TtlMinutes is { } minutes)
            {
                writer.WriteStartObject();
                writer.WriteString("type"u8, "ttl_minutes"u8);
                writer.WriteNumber("ttl_minutes"u8, minutes);
                writer.WriteEndObject();
            }

            if (Payload is not null)
                WriteParameter(writer, "payload"u8, Payload);
        }
    }

    private protected static void BeginAction(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "action"u8);
        writer.WriteStartObject("action"u8);
    }

    private protected static void EndAction(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
