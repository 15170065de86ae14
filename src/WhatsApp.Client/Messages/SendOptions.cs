namespace WhatsApp.Client;

/// <summary>What may be said about one send besides the message.</summary>
public sealed class SendOptions
{
    /// <summary>
    /// Text that every status webhook of this message repeats, at most 512 characters; null for none. The send API has no idempotency
    /// key: this is how an unanswered send is found again.
    /// </summary>
    public string? BizOpaqueCallbackData { get; init; }

    /// <summary>The message to quote; null for none.</summary>
    public MessageId? ReplyTo { get; init; }

    /// <summary>Checks the message's limits before the call. Default true; switch off when the platform allows more than this version knows.</summary>
    public bool Validate { get; init; } = true;
}
