namespace ShopBot.Engine.Storage;

/// <summary>What became of one appended item.</summary>
public enum AppendOutcome
{
    /// <summary>Committed now.</summary>
    Appended,

    /// <summary>An item with this key was committed before; nothing changed. Of a status: it told nothing that was not known.</summary>
    Duplicate,

    /// <summary>This item alone could not be stored; the others of the group were.</summary>
    Refused,
}

/// <summary>The answer for one item of an append.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Lane">The lane it went into; null for statuses, notes, duplicates and refused items.</param>
/// <param name="Seq">Its place in the lane, rising by one in order of acceptance; 0 when it is in none.</param>
/// <param name="Reason">Why it was refused, without content.</param>
/// <param name="Work">
/// The lane's work when the lane was idle and the caller asked to claim it: then it is leased to the caller.
/// At most one item per lane carries it (the first of the lane in the group); it holds the lane's first waiting events.
/// </param>
/// <param name="SendReady">A status closed a row whose outcome was open: the lane's next row may be claimed now.</param>
/// <param name="StatusLane">
/// Of a status, also of a repeated one: the lane of its message when that was written with <see cref="OutboxMessage.WantsStatus"/>. Null otherwise, and when the status
/// came before anybody could know its message.
/// </param>
public sealed record AppendResult(
    AppendOutcome Outcome, LaneKey? Lane = null, long Seq = 0, string? Reason = null, LaneWork? Work = null, bool SendReady = false, LaneKey? StatusLane = null);
