namespace WhatsApp.Client;

/// <summary>The message breaks limits of the platform. Thrown before the call: nothing was sent.</summary>
public sealed class InvalidMessageException : WhatsAppException
{
    /// <summary>Reports the faults of a message.</summary>
    /// <param name="faults">Every fault, at least one.</param>
    public InvalidMessageException(IReadOnlyList<MessageFault> faults)
        : base($"The message breaks {faults.Count} limit(s): {string.Join("; ", faults)}.") => Faults = faults;

    /// <summary>Every limit the message breaks.</summary>
    public IReadOnlyList<MessageFault> Faults { get; }
}
