using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>The delivery of domain events: numbered per lane, handed out in order, one delivery of a lane at a time.</summary>
internal static class FactRows
{
    /// <summary>Takes the next number in a lane.</summary>
    public static long NextNumber(Session sql, LaneKey lane, DateTimeOffset now) =>
        sql.Number(
            """
            UPDATE lanes SET next_fact = next_fact + 1, facts_due_at = CASE WHEN head_fact = next_fact THEN ?4 ELSE facts_due_at END
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 RETURNING next_fact - 1
            """,
            lane.Store, lane.Channel, lane.Customer, now)!.Value;

    /// <summary>The lanes of a store whose events may be delivered now, the longest waiting first.</summary>
    public static List<LaneKey> Due(Session sql, StoreId store, DateTimeOffset now, int max) =>
        sql.Read(
            """
            SELECT store_id, channel, customer_id FROM lanes
            WHERE store_id = ?1 AND head_fact < next_fact AND facts_due_at <= ?2 ORDER BY facts_due_at LIMIT ?3
            """,
            store, now, max)
            .All(row => row.Lane(0));

    public static EventWork Lease(Session sql, LaneKey lane, ClaimRequest claim)
    {
        sql.Run(
            """
            UPDATE lanes SET facts_owner = ?4, facts_due_at = ?5, facts_fence = facts_fence + 1
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3
            """,
            lane.Store, lane.Channel, lane.Customer, claim.Owner, claim.Now + claim.Lease);
        return Work(sql, lane, claim.Now + claim.Lease)!;
    }

    public static CommitResult Close(Session sql, EventCommit commit, TimeSpan lease, DateTimeOffset now)
    {
        var lane = commit.Lane;
        if (sql.Run(
            """
            UPDATE lanes SET head_fact = max(head_fact, ?6), facts_due_at = ?7, facts_owner = CASE WHEN ?8 THEN NULL ELSE facts_owner END
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND facts_owner = ?4 AND facts_fence = ?5
            """,
            lane.Store, lane.Channel, lane.Customer, commit.Owner, commit.Fence, commit.Through + 1, commit.RetryAt ?? now + lease, commit.RetryAt is not null) == 0)
        {
            return new CommitResult(CommitOutcome.Stale);
        }

        if (commit.Cause is not null)
        {
            sql.Run(
                "UPDATE events SET cause = ?5 WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND number = ?4",
                lane.Store, lane.Channel, lane.Customer, commit.Through, commit.Cause);
        }

        sql.Run(
            "UPDATE events SET number = NULL WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND number <= ?4",
            lane.Store, lane.Channel, lane.Customer, commit.Through);
        if (commit.RetryAt is not null)
        {
            sql.Run(
                "UPDATE events SET attempts = attempts + 1 WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND number = ?4",
                lane.Store, lane.Channel, lane.Customer, commit.Through + 1);
            return new CommitResult(CommitOutcome.Committed);
        }

        var work = Work(sql, lane, now + lease);
        if (work is null)
        {
            sql.Run(
                "UPDATE lanes SET facts_owner = NULL WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3",
                lane.Store, lane.Channel, lane.Customer);
        }

        return new CommitResult(CommitOutcome.Committed, Events: work);
    }

    private static EventWork? Work(Session sql, LaneKey lane, DateTimeOffset until)
    {
        var events = sql.Read(
            """
            SELECT number, event_id, kind, payload, recorded_at, attempts FROM events
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND number IS NOT NULL ORDER BY number LIMIT ?4
            """,
            lane.Store, lane.Channel, lane.Customer, StorageRules.MaxEvents)
            .All(row => new LoggedEvent(row.GetInt64(0), row.Id(1), row.GetString(2), row.Bytes(3), row.Time(4), row.GetInt32(5)));
        if (events.Count == 0)
            return null;

        var fence = sql.Number(
            "SELECT facts_fence FROM lanes WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3", lane.Store, lane.Channel, lane.Customer);
        return new EventWork { Lane = lane, Fence = fence!.Value, LeaseUntil = until, Events = events };
    }
}
