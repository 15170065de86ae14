using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WhatsApp.Client;

/// <summary>How a flow starts.</summary>
public abstract record FlowAction
{
    private FlowAction()
    {
    }

    /// <summary>On a screen of the flow, with data from this message.</summary>
    /// <param name="Screen">The screen's id.</param>
    public sealed record Navigate(string Screen) : FlowAction
    {
        /// <summary>The screen's data as a UTF-8 JSON object with at least one member; null for none.</summary>
        public ReadOnlyMemory<byte>? Data { get; init; }

        internal override void Check(MessageChecks checks, MessagePath path)
        {
            checks.Required($"{path}.screen", Screen, int.MaxValue);
            if (Data is not { } data)
                return;
            if (!RawObject.IsObject(data.Span))
                checks.Add($"{path}.data", MessageFaultKind.Malformed);
            else if (RawObject.Members(data.Span).IsEmpty)
                checks.Add($"{path}.data", MessageFaultKind.TooFew, 1, 0);
        }

        internal override void WriteMembers(Utf8JsonWriter writer)
        {
            writer.WriteString("flow_action"u8, "navigate"u8);
            writer.WriteStartObject("flow_action_payload"u8);
            writer.WriteText("screen"u8, Screen);
            if (Data is { } data)
            {
                writer.WritePropertyName("data"u8);
                writer.WriteRawValue(data.Span, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }
    }

    /// <summary>On the screen that the flow's endpoint answers with.</summary>
    public sealed record DataExchange : FlowAction
    {
        internal override void Check(MessageChecks checks, MessagePath path)
        {
        }

        internal override void WriteMembers(Utf8JsonWriter writer) => writer.WriteString("flow_action"u8, "data_exchange"u8);
    }

    /// <summary>Starts on a screen with data of your own type.</summary>
    /// <param name="screen">The screen's id.</param>
    /// <param name="data">The screen's data; written as a JSON object.</param>
    /// <param name="json">How it is written, from a source-generated context.</param>
    /// <typeparam name="TData">The type of the data.</typeparam>
    public static Navigate NavigateWith<TData>(string screen, TData data, JsonTypeInfo<TData> json) =>
        new(screen) { Data = JsonSerializer.SerializeToUtf8Bytes(data, json) };

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"FlowAction.{GetType().Name}";

    internal abstract void Check(MessageChecks checks, MessagePath path);

    internal abstract void WriteMembers(Utf8JsonWriter writer);
}
