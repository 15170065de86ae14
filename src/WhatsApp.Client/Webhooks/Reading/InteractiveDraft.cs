using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>The content of an <c>interactive</c> message as found: its type, and the member named like it.</summary>
internal struct InteractiveDraft
{
    public TextSlice Type;
    private JsonSlice _buttonReply;
    private JsonSlice _listReply;
    private JsonSlice _formReply;
    private JsonSlice _callPermissionReply;

    public readonly JsonSlice Reply(string? type) => type switch
    {
        "button_reply" => _buttonReply,
        "list_reply" => _listReply,
        "nfm_reply" => _formReply,
        "call_permission_reply" => _callPermissionReply,
        _ => default,
    };

    public static InteractiveDraft Read(in EventOrigin origin, JsonSlice at)
    {
        var draft = default(InteractiveDraft);
        var reader = new Utf8JsonReader(origin.Span(at));
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return draft;
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("type"u8))
                draft.Type = JsonReading.TextAt(ref reader).MovedBy(at.Start);
            else if (name.SequenceEqual("button_reply"u8))
                draft._buttonReply = ObjectAt(ref reader, at);
            else if (name.SequenceEqual("list_reply"u8))
                draft._listReply = ObjectAt(ref reader, at);
            else if (name.SequenceEqual("nfm_reply"u8))
                draft._formReply = ObjectAt(ref reader, at);
            else if (name.SequenceEqual("call_permission_reply"u8))
                draft._callPermissionReply = ObjectAt(ref reader, at);
            else
                reader.Skip();
        }

        return draft;
    }

    private static JsonSlice ObjectAt(ref Utf8JsonReader reader, JsonSlice at)
    {
        if (!JsonReading.IsObject(ref reader))
            return default;
        var value = JsonReading.At(ref reader);
        return value with { Start = value.Start + at.Start };
    }
}
