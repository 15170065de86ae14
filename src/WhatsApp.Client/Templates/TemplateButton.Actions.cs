using System.Text.Json;

namespace WhatsApp.Client;

public abstract partial record TemplateButton
{
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
}
