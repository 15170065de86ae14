namespace WhatsApp.Client;

/// <summary>
/// There was no usable answer: a time-out, a broken connection, or an answer that is not one of the Cloud API.
/// A send may have happened all the same, unless <see cref="RequestWasSent"/> is false; never repeat it blindly.
/// </summary>
public sealed class WhatsAppUnavailableException : WhatsAppException
{
    /// <summary>Reports a missing answer.</summary>
    /// <param name="message">What happened, without personal data.</param>
    /// <param name="requestWasSent">False only when it is proven that nothing was sent.</param>
    /// <param name="innerException">The cause, or null.</param>
    public WhatsAppUnavailableException(string message, bool requestWasSent, Exception? innerException = null)
        : base(message, innerException) => RequestWasSent = requestWasSent;

    /// <summary>False only when it is proven that nothing was sent, such as a refused connection or an unknown host; then a repetition is safe.</summary>
    public bool RequestWasSent { get; }

    /// <summary>How long to wait at least before trying again, when calls are held back because the platform fails; else null.</summary>
    public TimeSpan? SuggestedDelay { get; init; }

    /// <summary>Whether the platform's host is to blame; an account source may be slow too.</summary>
    internal bool IsHostFailure { get; init; } = true;

    /// <summary><see cref="WhatsAppRetryClass.NotProcessed"/> when nothing was sent, else <see cref="WhatsAppRetryClass.UnknownOutcome"/>.</summary>
    public WhatsAppRetryClass RetryClass => RequestWasSent ? WhatsAppRetryClass.UnknownOutcome : WhatsAppRetryClass.NotProcessed;
}
