using System.Collections.Frozen;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage;

/// <summary>Who asks for work, and for how much.</summary>
/// <param name="Owner">The host's name, unique per process start; at most 64 characters.</param>
/// <param name="Now">The host's time.</param>
/// <param name="Lease">How long the leases last.</param>
/// <param name="MaxLanes">At most this many lanes with waiting events.</param>
/// <param name="MaxSends">At most this many outbox rows to send, one per lane.</param>
public sealed record ClaimRequest(string Owner, DateTimeOffset Now, TimeSpan Lease, int MaxLanes, int MaxSends)
{
    /// <summary>At most this many lanes, and as many sends, of one store; 1 or more.</summary>
    public int MaxPerStore { get; init; } = int.MaxValue;

    /// <summary>Stores that have enough running: nothing of theirs is claimed.</summary>
    public IReadOnlySet<StoreId> Except { get; init; } = FrozenSet<StoreId>.Empty;

    /// <summary>At most this many lanes whose domain events are to be delivered. 0 when nobody listens.</summary>
    public int MaxEventLanes { get; init; }

    /// <summary>
    /// Lanes to lease besides, whether or not something waits in them, when nobody holds them and they exist. They do not count in <see cref="MaxLanes"/>.
    /// </summary>
    public IReadOnlyList<LaneKey> Wanted { get; init; } = [];
}

/// <summary>The work that was claimed; leased to the owner, committed before it is returned.</summary>
/// <param name="Lanes">Lanes with waiting events, and the wanted ones that could be had.</param>
/// <param name="Sends">Outbox rows, each now in state Sending.</param>
public sealed record ClaimResult(IReadOnlyList<LaneWork> Lanes, IReadOnlyList<SendWork> Sends)
{
    /// <summary>Domain events to deliver, one batch per lane.</summary>
    public IReadOnlyList<EventWork> Events { get; init; } = [];
}

/// <summary>Asks to keep a lane longer, or gives it back.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Fence">The lease's number.</param>
/// <param name="Until">The new end; <see cref="DateTimeOffset.MinValue"/> gives the lane back.</param>
public sealed record RenewItem(LaneKey Lane, long Fence, DateTimeOffset Until);
