namespace WhatsApp.Client.Webhooks;

/// <summary>Old messages with one person.</summary>
public sealed record HistoryThread
{
    /// <summary>The person.</summary>
    public required MessageSender Customer { get; init; }

    /// <summary>The messages, as far as they could be read; those of the business among them.</summary>
    public required IReadOnlyList<MessageCopy> Messages { get; init; }

    /// <summary>How many messages.</summary>
    public override string ToString() => $"HistoryThread({Messages.Count} messages)";

    internal static HistoryThread Read(EventOrigin origin, JsonTree json)
    {
        var context = json["context"];
        return new HistoryThread
        {
            Customer = new MessageSender
            {
                UserId = context.Id("user_id"),
                ParentUserId = context.Id("parent_user_id"),
                WaId = context.Id("wa_id") ?? json.Id("id"),
                Username = context.Id("username"),
            },
            Messages = json.Objects("messages", message => MessageCopy.Read(origin, message, JsonTree.Missing)),
        };
    }
}
