using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>Reads <c>{"contacts":[{"wa_id":…}],"messages":[{"id":…}]}</c>, from the bytes as they came.</summary>
internal static class SendAnswer
{
    public static readonly AnswerParser<SendResult> Parser = Read;

    /// <summary>The result; null when the bytes are not a plain acceptance: an error, no message id, or no JSON object.</summary>
    public static SendResult? Read(ReadOnlySpan<byte> answer)
    {
        if (answer.StartsWith("\uFEFF"u8))
            answer = answer[3..];
        try
        {
            var reader = new Utf8JsonReader(answer);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            var found = default(Found);
            while (JsonReading.Next(ref reader, out var name))
            {
                if (name.SequenceEqual("messages"u8))
                    ReadFirst(ref reader, ref found, isContact: false);
                else if (name.SequenceEqual("contacts"u8))
                    ReadFirst(ref reader, ref found, isContact: true);
                else if (name.SequenceEqual("error"u8) && reader.TokenType != JsonTokenType.Null)
                    return null;
                else
                    reader.Skip();
            }

            return reader.Read() ? null : found.ToResult();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void ReadFirst(ref Utf8JsonReader reader, ref Found found, bool isContact)
    {
        if (!JsonReading.IsArray(ref reader))
            return;
        for (var isFirst = true; JsonReading.NextElement(ref reader); isFirst = false)
        {
            if (!isFirst)
                reader.Skip();
            else if (JsonReading.IsObject(ref reader))
                ReadMembers(ref reader, ref found, isContact);
        }
    }

    private static void ReadMembers(ref Utf8JsonReader reader, ref Found found, bool isContact)
    {
        while (JsonReading.Next(ref reader, out var name))
        {
            if (isContact && name.SequenceEqual("wa_id"u8))
                found.WaId = JsonReading.Id(ref reader);
            else if (isContact && name.SequenceEqual("user_id"u8))
                found.UserId = JsonReading.Id(ref reader);
            else if (!isContact && name.SequenceEqual("id"u8))
                found.MessageId = JsonReading.Id(ref reader);
            else if (!isContact && name.SequenceEqual("group_id"u8))
                found.GroupId = JsonReading.Id(ref reader);
            else if (!isContact && name.SequenceEqual("message_status"u8))
                found.Status = JsonReading.Word(ref reader, ["accepted", "held_for_quality_assessment", "paused"]);
            else
                reader.Skip();
        }
    }

    private struct Found
    {
        public string? MessageId, WaId, UserId, GroupId, Status;

        public readonly SendResult? ToResult() => MessageId is null ? null : new SendResult
        {
            MessageId = new MessageId(MessageId),
            WaId = WaId,
            UserId = UserId,
            GroupId = GroupId,
            MessageStatus = string.IsNullOrEmpty(Status) ? null : new SendStatus(Status),
        };
    }
}
