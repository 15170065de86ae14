using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Events in their lanes, and the keys of everything accepted.</summary>
internal static class InboxRows
{
    /// <summary>Remembers a key; false when it was there.</summary>
    public static bool Remember(Session sql, StoreId store, string eventKey, DateTimeOffset now) =>
        sql.Run("INSERT INTO seen (store_id, event_key, seen_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", store, eventKey, now) == 1;

    public static bool IsRemembered(Session sql, AppendItem item) =>
        sql.Number("SELECT 1 FROM seen WHERE store_id = ?1 AND event_key = ?2", item.Store, item.EventKey) is not null;

    /// <summary>Puts an event at the end of its lane, noting when the customer wrote it if he did; returns its place.</summary>
    public static long Add(Session sql, LaneKey lane, LaneEvent item, DateTimeOffset now, DateTimeOffset? heardAt = null)
    {
        var seq = LaneRows.NextSeq(sql, lane, now, heardAt);
        sql.Run(
            """
            INSERT INTO inbox (store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, accepted_at, trace_parent)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """,
            lane.Store, lane.Channel, lane.Customer, seq, item.EventKey, item.Kind, item.Payload, item.OccurredAt, now, item.TraceParent);
        return seq;
    }

    /// <summary>The first waiting events, from the lane's head on.</summary>
    public static List<LaneEvent> Waiting(Session sql, LaneKey lane, long headSeq) =>
        sql.Read(
            """
            SELECT seq, event_key, kind, payload, occurred_at, attempts, trace_parent FROM inbox
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND seq >= ?4 ORDER BY seq LIMIT ?5
            """,
            lane.Store, lane.Channel, lane.Customer, headSeq, StorageRules.MaxEvents)
            .All(row => new LaneEvent(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.Bytes(3), row.Time(4), row.GetInt32(5), row.Text(6)));

    public static bool IsParked(Session sql, ReplayAppend item) =>
        sql.Number(
            "SELECT 1 FROM inbox WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND seq = ?4 AND state = 2",
            item.Lane.Store, item.Lane.Channel, item.Lane.Customer, item.Seq) is not null;

    /// <summary>Puts a dead letter back at the end of its lane; returns its new place.</summary>
    public static long Replay(Session sql, ReplayAppend item, DateTimeOffset now)
    {
        var seq = LaneRows.NextSeq(sql, item.Lane, now);
        sql.Run(
            """
            UPDATE inbox SET seq = ?5, state = 0, attempts = 0, cause = NULL, done_at = NULL, accepted_at = ?6
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND seq = ?4
            """,
            item.Lane.Store, item.Lane.Channel, item.Lane.Customer, item.Seq, seq, now);
        return seq;
    }

    /// <summary>Puts what waits in one lane behind what waits in another.</summary>
    public static void Move(Session sql, LaneKey from, long headSeq, LaneKey to, DateTimeOffset now)
    {
        var waiting = sql.Read(
            "SELECT seq FROM inbox WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND seq >= ?4 ORDER BY seq",
            from.Store, from.Channel, from.Customer, headSeq).All(row => row.GetInt64(0));
        foreach (var seq in waiting)
        {
            sql.Run(
                "UPDATE inbox SET customer_id = ?5, seq = ?6, accepted_at = ?7 WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND seq = ?4",
                from.Store, from.Channel, from.Customer, seq, to.Customer, LaneRows.NextSeq(sql, to, now), now);
        }
    }

    /// <summary>Counts a failed turn over an event; for good makes it a dead letter.</summary>
    public static void MarkFailed(Session sql, ParkItem item, DateTimeOffset now) =>
        sql.Run(
            """
            UPDATE inbox SET attempts = attempts + 1, cause = ?5, state = ?6, done_at = ?7
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND seq = ?4
            """,
            item.Lane.Store, item.Lane.Channel, item.Lane.Customer, item.Seq, item.Cause,
            item.RetryAt is null ? 2L : 0L, item.RetryAt is null ? now : null);
}
