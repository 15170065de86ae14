namespace WhatsApp.Client;

/// <summary>It was not this message's turn, and it could not or must not wait. Nothing was sent.</summary>
public sealed class WhatsAppPacedException : WhatsAppException
{
    /// <summary>Reports a message held back.</summary>
    /// <param name="phoneNumberId">The number that would have sent.</param>
    /// <param name="retryAfter">When to try again.</param>
    /// <param name="isPairLimit">Whether only this person's pace held it back.</param>
    public WhatsAppPacedException(PhoneNumberId phoneNumberId, TimeSpan retryAfter, bool isPairLimit)
        : base($"Number {phoneNumberId} is {(isPairLimit ? "sending to this person" : "sending")} as fast as it may; try again in {Math.Ceiling(retryAfter.TotalSeconds):0} s. Nothing was sent.")
    {
        PhoneNumberId = phoneNumberId;
        RetryAfter = retryAfter;
        IsPairLimit = isPairLimit;
    }

    /// <summary>The number that would have sent.</summary>
    public PhoneNumberId PhoneNumberId { get; }

    /// <summary>How long to wait before trying again. An estimate: other messages may be waiting too.</summary>
    public TimeSpan RetryAfter { get; }

    /// <summary>Whether only the pace to this person held it back; messages to others may go.</summary>
    public bool IsPairLimit { get; }

    /// <summary>Always <see cref="WhatsAppRetryClass.NotProcessed"/>.</summary>
    public WhatsAppRetryClass RetryClass { get; } = WhatsAppRetryClass.NotProcessed;
}
