using System.Threading.RateLimiting;

namespace WhatsApp.Client;

/// <summary>
/// Counts the messages of all numbers and persons. The default counts in this process; a shared one, for many hosts, derives from this class and is
/// registered as a singleton. It answers at once and never queues: <see cref="PartitionedRateLimiter{TResource}.AcquireAsync"/> gives an acquired lease,
/// which counts the message, or a refused one with <see cref="MetadataName.RetryAfter"/>. Waiting, order and fairness are the client's.
/// If it throws, the message is sent uncounted: the platform's own limit still stands behind it.
/// </summary>
public abstract class WhatsAppRateLimiter : PartitionedRateLimiter<WhatsAppRateRequest>
{
    /// <summary>Metadata of a refused lease: true when only the pace to this person refused it. Absent counts as false, so that the number's other messages wait too.</summary>
    public static MetadataName<bool> IsPairLimit { get; } = new("WHATSAPP_PAIR_LIMIT");

    /// <summary>Counts messages that came in: the platform's limit is for both directions.</summary>
    /// <param name="request">The number and its limit; no person.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public abstract ValueTask CountReceivedAsync(WhatsAppRateRequest request, int count, CancellationToken cancellationToken = default);

    /// <summary>Refuses everything for a while: the platform said this number, or this person when <see cref="WhatsAppRateRequest.PairKey"/> is not zero, got too much.</summary>
    /// <param name="request">The number, and the person if only they are concerned.</param>
    /// <param name="time">How long. A pause never ends another one earlier.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public abstract ValueTask PauseAsync(WhatsAppRateRequest request, TimeSpan time, CancellationToken cancellationToken = default);
}
