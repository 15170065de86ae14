namespace WhatsApp.Client.Webhooks;

/// <summary>
/// A message that is told of and not to be answered: written by the business itself, answered by somebody else, or old. It is no
/// <see cref="MessageReceived"/>, so that no bot takes it for one.
/// </summary>
public sealed record MessageCopy
{
    /// <summary>The message's id; null when absent.</summary>
    public MessageId? Id { get; init; }

    /// <summary>When it was sent; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The platform's word for the kind, such as <c>text</c>. Empty when absent.</summary>
    public required string Type { get; init; }

    /// <summary>Who wrote it: the business's number or a customer.</summary>
    public required MessageSender From { get; init; }

    /// <summary>Whom it was written to; nothing is known when the business is meant.</summary>
    public required MessageSender To { get; init; }

    /// <summary>The text, or the caption of a file; null when neither.</summary>
    public string? Text { get; init; }

    /// <summary>How far it came, for old messages of the business; null otherwise.</summary>
    public string? Status { get; init; }

    /// <summary>The exact JSON of the message. Personal data.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>The kind only.</summary>
    public override string ToString() => $"MessageCopy({Type})";

    internal static MessageCopy Read(in EventOrigin origin, JsonTree json, JsonTree contacts) => new()
    {
        Id = json.Id("id") is { } id ? new MessageId(id) : null,
        Timestamp = json.Instant("timestamp"),
        Type = json.Id("type") ?? "",
        From = People.Of(contacts, json.Id("from_user_id"), json.Id("from_parent_user_id"), json.Id("from")),
        To = People.Of(contacts, json.Id("to_user_id"), json.Id("to_parent_user_id"), json.Id("to")),
        Text = ContentText.Of(json),
        Status = json["history_context"].Id("status"),
        Raw = origin.Memory(origin.At(json)),
    };
}
