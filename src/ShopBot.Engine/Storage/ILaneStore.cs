namespace ShopBot.Engine.Storage;

/// <summary>
/// Everything that must commit together: inbox, conversation state, outbox, timers and the event log, per lane.
/// Arrays in, one answer per item out, in the same order.
/// </summary>
/// <remarks>
/// <para>Atomicity: each item is all or nothing; a bad or stale item fails alone and the rest of its group commits. A call is normally one transaction, but
/// two items must not rely on committing together. When the call throws, nothing of it was committed, or (after a lost connection) it may have been: calls are safe to repeat, because
/// appends are unique by key and commits are fenced.</para>
/// <para>Ordering: a lane's sequence is assigned while the lane is locked, so it is the order of commit. An implementation takes lanes in key order
/// to be free of deadlocks.</para>
/// <para>Leases: at most one owner holds a lane. A lease that ended may be given to another owner under a higher fence; from then on
/// whatever the first owner commits is stale. An owner whose lease ended but whose fence is still the current one may commit; once a lane was released, its fence commits nothing more.</para>
/// <para>Durability: when a call returns, a killed process or a power failure loses nothing of it.</para>
/// <para>Outbox: rows of a lane go out in the order written; a row is sendable when it is Pending, due, and every earlier row of its lane
/// is closed (Sent, Rejected, Uncertain). A send lease lasts as long as a lane lease.</para>
/// <para>Identity: a customer is found by the strongest known alias, and the event's other aliases are linked to that customer. A phone number alone does not
/// make somebody who comes with a new user id the customer that already has another user id: numbers are given to new people. Then a customer is created, and
/// the number moves to it. Aliases beside an explicit customer are linked to it. When an alias of the event belongs to a second customer who is the same
/// person — one known by the phone number alone, or any when the event says <see cref="EventAppend.SamePerson"/> — that alias stays where it is, and an event of kind
/// <see cref="StorageRules.MergeKind"/> goes before this one into the lane (once per pair): its turn absorbs the other lane.</para>
/// <para>Secrecy: payloads, states and aliases arrive encrypted; a store never sees a plain phone number, text or token.</para>
/// <para>Thread safety: all members may be called concurrently. All take a deadline through their token.</para>
/// </remarks>
public interface ILaneStore
{
    /// <summary>
    /// Commits events, statuses and notes. Resolves customers by their aliases (creating them as needed), assigns each event its place in its lane,
    /// applies statuses to the outbox, and ignores what was committed before under the same key.
    /// </summary>
    /// <param name="items">What happened, in order.</param>
    /// <param name="claim">
    /// When given, each lane that was idle and ready is leased to this owner in the same commit; <see cref="ClaimRequest.MaxLanes"/> bounds how many.
    /// </param>
    /// <param name="now">The host's time.</param>
    /// <param name="cancellationToken">Ends the wait; the call may still commit.</param>
    ValueTask<IReadOnlyList<AppendResult>> AppendAsync(
        IReadOnlyList<AppendItem> items, ClaimRequest? claim, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>
    /// Leases lanes that have waiting events and are ready, outbox rows that are sendable, and domain events to deliver. Stores take turns: each call goes on after the store
    /// where the last one ended, so that one store's backlog does not keep others waiting; within a store the oldest is first.
    /// </summary>
    ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Commits turns and closes sends. A committed turn releases its lane, unless more events came: then the same lease goes on (renewed by
    /// <paramref name="lease"/>) and the answer carries them.
    /// </summary>
    ValueTask<IReadOnlyList<CommitResult>> CommitAsync(
        IReadOnlyList<CommitItem> items, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Keeps lanes longer. False: the lease is lost and the turn must stop.</summary>
    ValueTask<IReadOnlyList<bool>> RenewAsync(IReadOnlyList<RenewItem> items, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives up turns, for a while or for good. Answers as <see cref="CommitAsync"/> does: parked for good, the lease goes on with the next events;
    /// for a while, the lane is released.
    /// </summary>
    ValueTask<IReadOnlyList<CommitResult>> ParkAsync(
        IReadOnlyList<ParkItem> items, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>The safety net: fires timers, finds orphaned sends, releases what waited long enough, removes what is past its retention.</summary>
    ValueTask<SweepResult> SweepAsync(SweepRequest request, CancellationToken cancellationToken = default);
}
