namespace ShopBot.Engine.Storage;

/// <summary>What the safety net may do now.</summary>
/// <param name="Now">The host's time.</param>
/// <param name="ReconcileAfter">How long a send of unknown outcome waits for a status.</param>
/// <param name="RetainFor">How long done rows and event keys are kept.</param>
/// <param name="MaxItems">At most this many rows of each sort in one call.</param>
public sealed record SweepRequest(DateTimeOffset Now, TimeSpan ReconcileAfter, TimeSpan RetainFor, int MaxItems);

/// <summary>What the safety net did.</summary>
/// <param name="TimersFired">Due timers put into their lanes as events of kind <c>timer</c>.</param>
/// <param name="SendsOrphaned">Sends whose owner's lease ended: their outcome is unknown since now.</param>
/// <param name="SendsReleased">Unknown sends for which no status came in time: free to be sent again, flagged.</param>
/// <param name="SendsUncertain">Paid sends that stay uncertain and no longer hold up their lane.</param>
/// <param name="RowsRemoved">Rows past their retention.</param>
/// <param name="Due">Work may be waiting to be claimed now.</param>
/// <param name="NextDue">When the next timer, retry, expiring lease or reconciliation is due; null when nothing is scheduled.</param>
/// <param name="OldestWaiting">Since when the lane that has waited longest for its turn is ready; null when none waits.</param>
public sealed record SweepResult(
    int TimersFired, int SendsOrphaned, int SendsReleased, int SendsUncertain, int RowsRemoved, bool Due, DateTimeOffset? NextDue,
    DateTimeOffset? OldestWaiting = null);
