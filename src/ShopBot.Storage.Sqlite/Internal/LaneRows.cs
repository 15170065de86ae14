using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Lanes: order, leases and state.</summary>
internal static class LaneRows
{
    /// <summary>Takes the next place in a lane, creating the lane with its first event; notes when the customer wrote, if he did.</summary>
    public static long NextSeq(Session sql, LaneKey lane, DateTimeOffset now, DateTimeOffset? heardAt = null)
    {
        // Asked for apart: RETURNING would build a table in memory each time.
        if (sql.Run(
            """
            UPDATE lanes SET next_seq = next_seq + 1, active_at = ?4, ready_at = CASE WHEN head_seq = next_seq THEN ?4 ELSE ready_at END,
                inbound_at = CASE WHEN ?5 IS NULL THEN inbound_at ELSE max(coalesce(inbound_at, 0), ?5) END
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3
            """,
            lane.Store, lane.Channel, lane.Customer, now, heardAt) == 1)
        {
            return sql.Number(
                "SELECT next_seq - 1 FROM lanes WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3", lane.Store, lane.Channel, lane.Customer)!.Value;
        }

        sql.Run(
            "INSERT INTO lanes (store_id, channel, customer_id, next_seq, ready_at, active_at, inbound_at) VALUES (?1, ?2, ?3, 2, ?4, ?4, ?5)",
            lane.Store, lane.Channel, lane.Customer, now, heardAt);
        return 1;
    }

    public static LaneRow? Find(Session sql, LaneKey lane)
    {
        using var row = sql.Read(
            """
            SELECT fence, owner IS NOT NULL, state_version, head_seq, next_seq, next_position FROM lanes
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3
            """,
            lane.Store, lane.Channel, lane.Customer);
        return row.Read()
            ? new LaneRow(row.GetInt64(0), row.GetBoolean(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5))
            : null;
    }

    /// <summary>The lanes of a store that may be leased now, the one that was ready first first.</summary>
    public static List<LaneKey> Ready(Session sql, StoreId store, DateTimeOffset now, int max) =>
        sql.Read(
            """
            SELECT store_id, channel, customer_id FROM lanes
            WHERE store_id = ?1 AND owner IS NULL AND head_seq < next_seq AND ready_at <= ?2 ORDER BY ready_at LIMIT ?3
            """,
            store, now, max)
            .All(row => row.Lane(0));

    /// <summary>Lanes with waiting events whose lease ended.</summary>
    public static List<LaneKey> Abandoned(Session sql, DateTimeOffset now, int max) =>
        sql.Read(
            """
            SELECT store_id, channel, customer_id FROM lanes
            WHERE owner IS NOT NULL AND lease_until <= ?1 AND head_seq < next_seq AND ready_at <= ?1 ORDER BY lease_until LIMIT ?2
            """,
            now, max)
            .All(row => row.Lane(0));

    /// <summary>Leases a lane that nobody holds, whether or not something waits in it; else null.</summary>
    public static LaneWork? TryLeaseIdle(Session sql, LaneKey lane, ClaimRequest claim) =>
        sql.Run(
            """
            UPDATE lanes SET owner = ?4, lease_until = ?5, fence = fence + 1
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND (owner IS NULL OR lease_until <= ?6)
            """,
            lane.Store, lane.Channel, lane.Customer, claim.Owner, claim.Now + claim.Lease, claim.Now) == 1
            ? Work(sql, lane)
            : null;

    /// <summary>Leases a lane when it has waiting events, is ready and nobody holds it; else null.</summary>
    public static LaneWork? TryLease(Session sql, LaneKey lane, ClaimRequest claim) =>
        sql.Run(
            """
            UPDATE lanes SET owner = ?4, lease_until = ?5, fence = fence + 1
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3
              AND head_seq < next_seq AND ready_at <= ?6 AND (owner IS NULL OR lease_until <= ?6)
            """,
            lane.Store, lane.Channel, lane.Customer, claim.Owner, claim.Now + claim.Lease, claim.Now) == 1
            ? Work(sql, lane)
            : null;

    public static bool Renew(Session sql, RenewItem item) =>
        sql.Run(
            """
            UPDATE lanes SET lease_until = CASE WHEN ?6 THEN NULL ELSE ?5 END, owner = CASE WHEN ?6 THEN NULL ELSE owner END
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND fence = ?4 AND owner IS NOT NULL
            """,
            item.Lane.Store, item.Lane.Channel, item.Lane.Customer, item.Fence, item.Until, item.Until == DateTimeOffset.MinValue) == 1;

    /// <summary>Moves the head past what is done and keeps or gives back the lease, as events wait or not.</summary>
    public static LaneWork? GoOn(Session sql, LaneKey lane, LaneRow row, DateTimeOffset now, TimeSpan lease)
    {
        if (row.HeadSeq == row.NextSeq)
        {
            Release(sql, lane, row, readyAt: now);
            return null;
        }

        sql.Run(
            """
            UPDATE lanes SET head_seq = ?4, next_position = ?5, ready_at = ?6, lease_until = ?7
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3
            """,
            lane.Store, lane.Channel, lane.Customer, row.HeadSeq, row.NextPosition, now, now + lease);
        return Work(sql, lane);
    }

    /// <summary>Gives back the lease; the lane is not leased again before <paramref name="readyAt"/>.</summary>
    public static void Release(Session sql, LaneKey lane, LaneRow row, DateTimeOffset readyAt) =>
        sql.Run(
            """
            UPDATE lanes SET head_seq = ?4, next_position = ?5, ready_at = ?6, owner = NULL, lease_until = NULL
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3
            """,
            lane.Store, lane.Channel, lane.Customer, row.HeadSeq, row.NextPosition, readyAt);

    /// <summary>Saves what a turn made of the lane, and keeps or gives back the lease, as events wait or not.</summary>
    public static LaneWork? SaveState(Session sql, LaneKey lane, LaneRow row, ReadOnlyMemory<byte> state, LaneControl control, DateTimeOffset now, TimeSpan lease)
    {
        var isDone = row.HeadSeq == row.NextSeq;
        sql.Run(
            """
            UPDATE lanes SET state = ?4, state_version = state_version + 1, control = ?5, active_at = ?6, head_seq = ?7, next_position = ?8, ready_at = ?6,
                owner = CASE WHEN ?9 IS NULL THEN NULL ELSE owner END, lease_until = ?9
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3
            """,
            lane.Store, lane.Channel, lane.Customer, state, control, now, row.HeadSeq, row.NextPosition, isDone ? null : now + lease);
        return isDone ? null : Work(sql, lane);
    }

    /// <summary>Ends a lane in another one of the same person.</summary>
    public static void Absorb(Session sql, LaneKey lane, LaneKey other, LaneRow otherRow, DateTimeOffset now)
    {
        InboxRows.Move(sql, other, otherRow.HeadSeq, lane, now);
        TimerRows.Move(sql, other, lane);
        StepRows.RemoveThrough(sql, other, long.MaxValue);
        sql.Run(
            """
            UPDATE lanes SET inbound_at = max(coalesce(inbound_at, 0), (
                SELECT inbound_at FROM lanes WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?4))
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND EXISTS (
                SELECT 1 FROM lanes WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?4 AND inbound_at IS NOT NULL)
            """,
            lane.Store, lane.Channel, lane.Customer, other.Customer);
        sql.Run(
            """
            UPDATE lanes SET head_seq = next_seq, owner = NULL, lease_until = NULL, state = x'', state_version = state_version + 1
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3
            """,
            other.Store, other.Channel, other.Customer);
        CustomerRows.Merge(sql, lane.Store, other.Customer, lane.Customer);
    }

    /// <summary>Frees the lanes a dead process held.</summary>
    public static void VoidLeases(Session sql) => sql.Run("UPDATE lanes SET owner = NULL, lease_until = NULL WHERE owner IS NOT NULL");

    private static LaneWork Work(Session sql, LaneKey lane)
    {
        using var row = sql.Read(
            """
            SELECT fence, lease_until, state_version, state, head_seq, inbound_at FROM lanes
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3
            """,
            lane.Store, lane.Channel, lane.Customer);
        row.Read();
        return new LaneWork
        {
            Lane = lane,
            Fence = row.GetInt64(0),
            LeaseUntil = row.Time(1),
            StateVersion = row.GetInt64(2),
            State = row.Bytes(3),
            Events = InboxRows.Waiting(sql, lane, row.GetInt64(4)),
            Aliases = CustomerRows.Aliases(sql, lane),
            LastInboundAt = row.OptionalTime(5),
            Steps = StepRows.Of(sql, lane, row.GetInt64(4)),
        };
    }
}
