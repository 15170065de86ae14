using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>One inbound message as found; <c>type</c> may come after what it describes.</summary>
internal struct MessageDraft
{
    public TextSlice Id;
    public TextSlice Type;
    public TextSlice From;
    public TextSlice FromUserId;
    public TextSlice FromParentUserId;
    public TextSlice GroupId;
    public TextSlice Body;
    public long Ticks;
    public JsonSlice Context;
    public JsonSlice Errors;
    public JsonSlice Referral;
    public JsonSlice Identity;

    /// <summary>The first member that is neither of the above, or the one that is named like the type.</summary>
    public TextSlice PayloadName;
    public JsonSlice Payload;

    public readonly bool HasExtras => Context.IsPresent || Errors.IsPresent || Referral.IsPresent || Identity.IsPresent || GroupId.IsPresent;

    /// <summary>Reads the message the reader stands on.</summary>
    public static void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ref MessageDraft draft)
    {
        while (true)
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.PropertyName)
                return;
            var nameAt = new TextSlice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueIsEscaped);
            var name = JsonReading.Name(ref reader);
            reader.Read();
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    draft.Id = JsonReading.IdAt(ref reader);
                    break;
                case 4 when name.SequenceEqual("from"u8):
                    draft.From = JsonReading.IdAt(ref reader);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    draft.Type = JsonReading.TextAt(ref reader);
                    break;
                case 4 when name.SequenceEqual("text"u8):
                    ReadText(ref reader, ref draft);
                    break;
                case 9 when name.SequenceEqual("timestamp"u8):
                    draft.Ticks = JsonReading.Ticks(ref reader);
                    break;
                case 12 when name.SequenceEqual("from_user_id"u8):
                    draft.FromUserId = JsonReading.IdAt(ref reader);
                    break;
                case 7 when name.SequenceEqual("context"u8):
                    draft.Context = Part(ref reader, JsonTokenType.StartObject);
                    break;
                case 6 when name.SequenceEqual("errors"u8):
                    draft.Errors = Part(ref reader, JsonTokenType.StartArray);
                    break;
                case 8 when name.SequenceEqual("referral"u8):
                    draft.Referral = Part(ref reader, JsonTokenType.StartObject);
                    break;
                case 8 when name.SequenceEqual("identity"u8):
                    draft.Identity = Part(ref reader, JsonTokenType.StartObject);
                    break;
                case 8 when name.SequenceEqual("group_id"u8):
                    draft.GroupId = JsonReading.IdAt(ref reader);
                    break;
                case 19 when name.SequenceEqual("from_parent_user_id"u8):
                    draft.FromParentUserId = JsonReading.IdAt(ref reader);
                    break;
                default:
                    draft.TakePayload(ref reader, json, name, nameAt);
                    break;
            }
        }
    }

    /// <summary>A message with several members that could be its content has the one named like its type, wherever the type stands.</summary>
    /// <param name="json">The bytes kept of the body.</param>
    /// <param name="shift">What to add to positions.</param>
    /// <param name="message">Where the message is in the body.</param>
    public readonly JsonSlice FindPayload(ReadOnlySpan<byte> json, int shift, JsonSlice message)
    {
        if (!Payload.IsPresent || !Type.IsPresent)
            return default;
        if (!Type.IsEscaped && !PayloadName.IsEscaped && PayloadName.MovedBy(shift).In(json).SequenceEqual(Type.MovedBy(shift).In(json)))
            return Payload;
        var type = Type.MovedBy(shift).Read(json);
        var found = default(JsonSlice);
        var reader = new Utf8JsonReader(json.Slice(message.Start + shift, message.Length));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = JsonReading.NameText(ref reader) == type;
            reader.Read();
            var value = JsonReading.At(ref reader);
            if (isIt)
                found = value with { Start = value.Start + message.Start };
        }

        return found;
    }

    private void TakePayload(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, scoped ReadOnlySpan<byte> name, TextSlice nameAt)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        var value = JsonReading.At(ref reader);
        if (!Payload.IsPresent || name.SequenceEqual(PayloadName.In(json)) || (Type.IsPresent && name.SequenceEqual(Type.In(json))))
            (Payload, PayloadName) = (value, nameAt);
    }

    private static JsonSlice Part(ref Utf8JsonReader reader, JsonTokenType kind)
    {
        var isIt = reader.TokenType == kind;
        var value = JsonReading.At(ref reader);
        return isIt ? value : default;
    }

    private static void ReadText(ref Utf8JsonReader reader, ref MessageDraft draft)
    {
        draft.Body = default;
        if (!JsonReading.IsObject(ref reader))
            return;
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("body"u8))
                draft.Body = JsonReading.TextAt(ref reader);
            else
                reader.Skip();
        }
    }
}
