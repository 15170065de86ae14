namespace WhatsApp.Client;

/// <summary>What may be said about one send besides the message. A fault in it is reported with those of the message.</summary>
public sealed class SendOptions
{
    /// <summary>
    /// Text that every status webhook of this message repeats, at most 512 characters; null for none. The send API has no idempotency
    /// key: this is how an unanswered send is found again.
    /// </summary>
    public string? BizOpaqueCallbackData { get; init; }

    /// <summary>The message to quote; null for none. Reactions and pins quote nothing.</summary>
    public MessageId? ReplyTo { get; init; }

    /// <summary>
    /// Sends only while the person's identity still has this hash, as a webhook told it; else the platform answers error 137000. Null sends
    /// always. Needs the number's identity check switched on.
    /// </summary>
    public string? RecipientIdentityKeyHash { get; init; }

    /// <summary>
    /// The messaging account that pays and owns the templates, for a token that reaches several; null uses
    /// <see cref="WhatsAppClientOptions.MessagingAccountId"/>.
    /// </summary>
    public string? MessagingAccountId { get; init; }

    /// <summary>Sends a text as utility or authentication without a template; null sends it as what it is.</summary>
    public DirectSend? DirectSend { get; init; }

    /// <summary>
    /// Whether the platform may use events of this message, such as reads and clicks, to optimise delivery; null leaves it to the account's
    /// setting. For <see cref="WhatsAppSender.SendMarketingAsync"/> only.
    /// </summary>
    public bool? MessageActivitySharing { get; init; }

    /// <summary>What to do when it is not this message's turn yet; null is <see cref="WhatsAppPacingOptions.Mode"/>.</summary>
    public WhatsAppPacingMode? Pacing { get; init; }

    /// <summary>Checks the limits before the call. Default true; switch off when the platform allows more than this version knows.</summary>
    public bool Validate { get; init; } = true;
}
