using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>One inbound message as found; <c>type</c> may come after what it describes.</summary>
internal struct MessageDraft
{
    private static readonly string[] Types =
    [
        "text", "interactive", "image", "audio", "video", "document", "sticker", "location", "contacts", "reaction", "button", "order",
        "system", "unsupported",
    ];

    private static readonly string[] ReplyTypes = ["button_reply", "list_reply", "nfm_reply"];

    public string? Id;
    public DateTimeOffset? Timestamp;
    public string? Type;
    public string? From;
    public string? FromUserId;
    public string? FromParentUserId;
    public string? GroupId;
    public MessageContext? Context;
    public string? Body;
    public string? ReplyType;
    public ReplyDraft ButtonReply;
    public ReplyDraft ListReply;

    /// <summary>Reads the message the reader stands on.</summary>
    public static void Read(ref Utf8JsonReader reader, ref MessageDraft draft)
    {
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("id"u8))
                draft.Id = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("from"u8))
                draft.From = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("from_user_id"u8))
                draft.FromUserId = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("timestamp"u8))
                draft.Timestamp = JsonReading.Instant(ref reader);
            else if (name.SequenceEqual("type"u8))
                draft.Type = JsonReading.Word(ref reader, Types);
            else if (name.SequenceEqual("text"u8) && JsonReading.IsObject(ref reader))
                ReadText(ref reader, ref draft);
            else if (name.SequenceEqual("interactive"u8) && JsonReading.IsObject(ref reader))
                ReadInteractive(ref reader, ref draft);
            else if (name.SequenceEqual("context"u8) && JsonReading.IsObject(ref reader))
                draft.Context = ReadContext(ref reader);
            else if (name.SequenceEqual("from_parent_user_id"u8))
                draft.FromParentUserId = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("group_id"u8))
                draft.GroupId = JsonReading.Id(ref reader);
            else
                reader.Skip();
        }
    }

    private static void ReadText(ref Utf8JsonReader reader, ref MessageDraft draft)
    {
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("body"u8))
                draft.Body = JsonReading.Text(ref reader);
            else
                reader.Skip();
        }
    }

    private static void ReadInteractive(ref Utf8JsonReader reader, ref MessageDraft draft)
    {
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("type"u8))
                draft.ReplyType = JsonReading.Word(ref reader, ReplyTypes);
            else if (name.SequenceEqual("button_reply"u8) && JsonReading.IsObject(ref reader))
                ReplyDraft.Read(ref reader, ref draft.ButtonReply);
            else if (name.SequenceEqual("list_reply"u8) && JsonReading.IsObject(ref reader))
                ReplyDraft.Read(ref reader, ref draft.ListReply);
            else
                reader.Skip();
        }
    }

    private static MessageContext? ReadContext(ref Utf8JsonReader reader)
    {
        string? id = null, from = null, userId = null;
        var forwarded = false;
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("id"u8))
                id = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("from"u8))
                from = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("from_user_id"u8))
                userId = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("forwarded"u8) || name.SequenceEqual("frequently_forwarded"u8))
                forwarded |= JsonReading.Flag(ref reader) ?? false;
            else
                reader.Skip();
        }

        from ??= userId;
        return id is null && from is null && !forwarded
            ? null
            : new MessageContext { Id = id is null ? null : new MessageId(id), From = from, Forwarded = forwarded };
    }
}
