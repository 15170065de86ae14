namespace WhatsApp.Client;

/// <summary>What to do about an error.</summary>
public enum WhatsAppRetryClass
{
    /// <summary>Proven not to be processed: repeat it with back-off.</summary>
    NotProcessed,

    /// <summary>Too many messages to this person: wait 1, 4, 16, 64 … seconds (<see cref="WhatsAppErrors.PairLimitDelay"/>), for this number and person only.</summary>
    PairLimit,

    /// <summary>It may have happened. Never repeat a send; wait for its status webhook. Reads may be repeated.</summary>
    UnknownOutcome,

    /// <summary>Wait hours, or until a webhook says so. No automatic repetition.</summary>
    WaitLong,

    /// <summary>The request, template, media or configuration is wrong: never repeat it unchanged.</summary>
    FixRequest,

    /// <summary>Token, permission or payment: stop the whole number and tell its owner.</summary>
    Account,

    /// <summary>This person cannot or must not get this kind of message: stop sending it to them.</summary>
    PermanentForRecipient,
}
