using System.Buffers;
using System.Text.Json;

namespace WhatsApp.Client.AspNetCore;

/// <summary>What a flow shows next.</summary>
public sealed class FlowResponse
{
    private FlowResponse(int statusCode, byte[] json) => (StatusCode, Json) = (statusCode, json);

    internal int StatusCode { get; }

    internal byte[] Json { get; }

    /// <summary>Shows a screen.</summary>
    /// <param name="screen">Its id.</param>
    /// <param name="data">What it shows, a UTF-8 JSON object; a member <c>error_message</c> is shown as a notice. Empty for nothing.</param>
    /// <exception cref="JsonException">The data is no JSON.</exception>
    public static FlowResponse Show(string screen, ReadOnlyMemory<byte> data = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(screen);
        return new FlowResponse(200, Write(json =>
        {
            json.WriteString("screen"u8, screen);
            json.WritePropertyName("data"u8);
            WriteObject(json, data);
        }));
    }

    /// <summary>Ends the flow. Token and parameters come back as a <c>FlowReplyReceived</c>.</summary>
    /// <param name="flowToken">The token of the request.</param>
    /// <param name="parameters">What shall come back, by name.</param>
    public static FlowResponse Complete(string flowToken, IReadOnlyDictionary<string, string>? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(flowToken);
        return new FlowResponse(200, Write(json =>
        {
            json.WriteString("screen"u8, "SUCCESS"u8);
            json.WriteStartObject("data"u8);
            json.WriteStartObject("extension_message_response"u8);
            json.WriteStartObject("params"u8);
            json.WriteString("flow_token"u8, flowToken);
            foreach (var (name, value) in parameters ?? new Dictionary<string, string>())
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }));
    }

    /// <summary>The token is no longer good (HTTP 427): the phone shows the text and closes the flow.</summary>
    /// <param name="message">What to show.</param>
    public static FlowResponse TokenExpired(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new FlowResponse(427, Write(json => json.WriteString("error_msg"u8, message)));
    }

    internal static FlowResponse Active { get; } = new(200, """{"data":{"status":"active"}}"""u8.ToArray());

    internal static FlowResponse Acknowledged { get; } = new(200, """{"data":{"acknowledged":true}}"""u8.ToArray());

    private static void WriteObject(Utf8JsonWriter json, ReadOnlyMemory<byte> data)
    {
        if (data.IsEmpty)
        {
            json.WriteStartObject();
            json.WriteEndObject();
            return;
        }

        json.WriteRawValue(data.Span);
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
