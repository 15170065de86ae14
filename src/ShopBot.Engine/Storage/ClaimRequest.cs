namespace ShopBot.Engine.Storage;

/// <summary>Who asks for work, and for how much.</summary>
/// <param name="Owner">The host's name, unique per process start; at most 64 characters.</param>
/// <param name="Now">The host's time.</param>
/// <param name="Lease">How long the leases last.</param>
/// <param name="MaxLanes">At most this many lanes with waiting events.</param>
/// <param name="MaxSends">At most this many outbox rows to send, one per lane.</param>
public sealed record ClaimRequest(string Owner, DateTimeOffset Now, TimeSpan Lease, int MaxLanes, int MaxSends);

/// <summary>The work that was claimed; leased to the owner, committed before it is returned.</summary>
/// <param name="Lanes">Lanes with waiting events.</param>
/// <param name="Sends">Outbox rows, each now in state Sending.</param>
public sealed record ClaimResult(IReadOnlyList<LaneWork> Lanes, IReadOnlyList<SendWork> Sends);

/// <summary>Asks to keep a lane longer.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Fence">The lease's number.</param>
/// <param name="Until">The new end.</param>
public sealed record RenewItem(LaneKey Lane, long Fence, DateTimeOffset Until);
