using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage;

/// <summary>
/// What pages and reports read. Changes nothing and may be answered by a read replica, so it may lag behind by seconds. Personal values are still encrypted.
/// Each list is newest first and goes on from the last entry of the page before. All members may be called concurrently.
/// </summary>
public interface IConversationReader
{
    /// <summary>Finds the customer who has one of these aliases, strongest first; null when there is none.</summary>
    ValueTask<CustomerId?> FindCustomerAsync(StoreId store, IReadOnlyList<CustomerAlias> aliases, CancellationToken cancellationToken = default);

    /// <summary>Lists conversations by their last activity; the lane of the store itself (<see cref="StorageRules.StoreChannel"/>) is none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="filter">Which ones.</param>
    /// <param name="before">Only those whose last activity is earlier; null for the first page.</param>
    /// <param name="maxItems">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<LaneSummary>> ListLanesAsync(
        StoreId store, LaneFilter filter, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default);

    /// <summary>Reads one conversation; null when it does not exist.</summary>
    ValueTask<LaneSummary?> FindLaneAsync(LaneKey lane, CancellationToken cancellationToken = default);

    /// <summary>Lists what was said in a conversation, both ways, as far as it is retained.</summary>
    /// <param name="lane">The conversation.</param>
    /// <param name="before">Only what was accepted or written earlier; null for the first page.</param>
    /// <param name="maxItems">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<HistoryEntry>> ReadHistoryAsync(LaneKey lane, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default);

    /// <summary>Lists dead letters.</summary>
    ValueTask<IReadOnlyList<ParkedEvent>> ListParkedAsync(StoreId store, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default);

    /// <summary>Lists messages that were refused for good, or whose outcome stayed uncertain.</summary>
    ValueTask<IReadOnlyList<OutboundEntry>> ListFailedSendsAsync(StoreId store, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default);

    /// <summary>Lists the event log.</summary>
    /// <param name="store">The store.</param>
    /// <param name="kinds">Only these kinds; empty for all.</param>
    /// <param name="before">Only what was recorded earlier; null for the first page.</param>
    /// <param name="maxItems">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<EventEntry>> ListEventsAsync(
        StoreId store, IReadOnlyList<string> kinds, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default);

    /// <summary>Counts per day (UTC), from one instant up to, not including, another.</summary>
    ValueTask<IReadOnlyList<DayFigures>> CountAsync(StoreId store, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default);
}

/// <summary>Which conversations to list.</summary>
/// <param name="Control">Only those in these hands; null for all.</param>
public sealed record LaneFilter(LaneControl? Control = null);

/// <summary>One conversation in a list.</summary>
/// <param name="Lane">The conversation.</param>
/// <param name="Aliases">By what names the customer can be reached.</param>
/// <param name="Control">Who answers.</param>
/// <param name="LastActivityAt">When something was last accepted for it or written to it.</param>
/// <param name="LastInboundAt">When the customer last wrote, by the platform's clock; null when never.</param>
/// <param name="Waiting">How many events wait for their turn.</param>
/// <param name="StateVersion">Version of <paramref name="State"/>.</param>
/// <param name="State">The state document, encrypted.</param>
public sealed record LaneSummary(
    LaneKey Lane, IReadOnlyList<CustomerAlias> Aliases, LaneControl Control, DateTimeOffset LastActivityAt, DateTimeOffset? LastInboundAt,
    long Waiting, long StateVersion, ReadOnlyMemory<byte> State);

/// <summary>Something that was said in a conversation.</summary>
/// <param name="At">When it was accepted or written.</param>
public abstract record HistoryEntry(DateTimeOffset At);

/// <summary>An event that came in.</summary>
/// <param name="At">When it was accepted.</param>
/// <param name="Event">The event.</param>
/// <param name="Cause">Why it is parked; null when it is not.</param>
public sealed record InboundEntry(DateTimeOffset At, LaneEvent Event, string? Cause) : HistoryEntry(At);

/// <summary>A message that went out, or is to.</summary>
/// <param name="At">When the turn that wrote it was committed.</param>
/// <param name="Lane">The conversation.</param>
/// <param name="OutboxId">The row.</param>
/// <param name="Payload">The message, encrypted.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Delivery">How far it got.</param>
/// <param name="ErrorCode">The platform's error code when there was one.</param>
/// <param name="Price">What it cost; null when the platform has not said.</param>
public sealed record OutboundEntry(
    DateTimeOffset At, LaneKey Lane, Guid OutboxId, ReadOnlyMemory<byte> Payload, SendState State, DeliveryStatus Delivery, int? ErrorCode, MessagePrice? Price)
    : HistoryEntry(At);

/// <summary>Where a message that goes out stands.</summary>
public enum SendState
{
    /// <summary>Waits for its turn or its time.</summary>
    Pending = 0,

    /// <summary>On its way to the platform.</summary>
    Sending = 1,

    /// <summary>Nobody knows; it waits for a status.</summary>
    Unknown = 2,

    /// <summary>The platform took it.</summary>
    Sent = 3,

    /// <summary>Refused for good.</summary>
    Rejected = 4,

    /// <summary>Nobody knows, and nobody waits any more.</summary>
    Uncertain = 5,
}

/// <summary>A dead letter.</summary>
/// <param name="Lane">The conversation.</param>
/// <param name="Event">The event.</param>
/// <param name="Cause">Why it was given up.</param>
/// <param name="ParkedAt">When.</param>
public sealed record ParkedEvent(LaneKey Lane, LaneEvent Event, string Cause, DateTimeOffset ParkedAt);

/// <summary>One row of the event log.</summary>
/// <param name="RecordedAt">When it was committed.</param>
/// <param name="Id">Its id; of a note, bound to its event key instead.</param>
/// <param name="Lane">Its conversation; null for a note.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Place">The row name under which the payload was encrypted: the id's 32 hexadecimal digits, or a note's event key.</param>
/// <param name="Payload">The content, encrypted.</param>
public sealed record EventEntry(DateTimeOffset RecordedAt, Guid Id, LaneKey? Lane, string Kind, string Place, ReadOnlyMemory<byte> Payload);

/// <summary>What happened in a store on one day.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Received">Events accepted into conversations.</param>
/// <param name="Sent">Messages that the platform took, by how far they got.</param>
/// <param name="Rejected">Messages refused for good.</param>
/// <param name="Prices">Billable messages by price category.</param>
/// <param name="Events">Facts of the event log by kind.</param>
public sealed record DayFigures(
    DateOnly Day, long Received, IReadOnlyDictionary<DeliveryStatus, long> Sent, long Rejected, IReadOnlyDictionary<string, long> Prices,
    IReadOnlyDictionary<string, long> Events);
