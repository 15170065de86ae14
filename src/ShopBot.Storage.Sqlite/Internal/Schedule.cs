namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Tells when there is something to do.</summary>
internal static class Schedule
{
    /// <summary>Whether a claim would find something.</summary>
    public static bool IsWorkDue(Session sql, DateTimeOffset now) =>
        sql.Number(
            """
            SELECT EXISTS (SELECT 1 FROM lanes WHERE owner IS NULL AND head_seq < next_seq AND ready_at <= ?1)
                OR EXISTS (SELECT 1 FROM lanes WHERE owner IS NOT NULL AND lease_until <= ?1 AND head_seq < next_seq)
                OR EXISTS (SELECT 1 FROM outbox WHERE state = 0 AND due_at IS NOT NULL AND due_at <= ?1)
                OR EXISTS (SELECT 1 FROM lanes WHERE head_fact < next_fact AND facts_due_at <= ?1)
            """,
            now) == 1;

    /// <summary>Since when the lane that has waited longest for its turn is ready.</summary>
    public static DateTimeOffset? OldestWaiting(Session sql, DateTimeOffset now) =>
        sql.Number("SELECT min(ready_at) FROM lanes WHERE owner IS NULL AND head_seq < next_seq AND ready_at <= ?1", now) is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    /// <summary>The next moment at which something becomes due that is not due for a claim now.</summary>
    public static DateTimeOffset? NextDue(Session sql, DateTimeOffset now, TimeSpan reconcileAfter) =>
        sql.Number(
            """
            SELECT min(due) FROM (
                SELECT min(due_at) AS due FROM timers
                UNION ALL SELECT min(ready_at) FROM lanes WHERE owner IS NULL AND head_seq < next_seq AND ready_at > ?1
                UNION ALL SELECT min(lease_until) FROM lanes WHERE owner IS NOT NULL AND lease_until > ?1
                UNION ALL SELECT min(due_at) FROM outbox WHERE state = 0 AND due_at IS NOT NULL AND due_at > ?1
                UNION ALL SELECT min(facts_due_at) FROM lanes WHERE head_fact < next_fact AND facts_due_at > ?1
                UNION ALL SELECT min(lease_until) FROM outbox WHERE state = 1
                UNION ALL SELECT min(unknown_since) + ?2 FROM outbox WHERE state = 2)
            """,
            now, (long)reconcileAfter.TotalMilliseconds) is { } due
            ? DateTimeOffset.FromUnixTimeMilliseconds(due)
            : null;
}
