using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// What fills one button of a template. Buttons without a variable (a fixed address, a phone number, a request for contact details or a
/// call) are left out. <see cref="Index"/> counts all buttons of the template, from 0.
/// </summary>
/// <param name="Index">The button's place among all of the template's, 0 to 9.</param>
public abstract partial record TemplateButton(int Index)
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
}
