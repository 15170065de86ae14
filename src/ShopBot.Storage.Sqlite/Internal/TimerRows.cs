using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Timers of lanes.</summary>
internal static class TimerRows
{
    public static void Change(Session sql, LaneKey lane, TimerChange change)
    {
        if (change.DueAt is { } dueAt)
        {
            sql.Run(
                """
                INSERT INTO timers (store_id, channel, customer_id, name, due_at, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                ON CONFLICT (store_id, channel, customer_id, name) DO UPDATE SET due_at = ?5, payload = ?6
                """,
                lane.Store, lane.Channel, lane.Customer, change.Name, dueAt, change.Payload);
        }
        else
        {
            Remove(sql, lane, change.Name);
        }
    }

    /// <summary>Turns due timers into events of their lanes; returns how many.</summary>
    public static int Fire(Session sql, DateTimeOffset now, int max)
    {
        var due = sql.Read(
            "SELECT store_id, channel, customer_id, name, due_at, payload FROM timers WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2", now, max)
            .All(row => (Lane: row.Lane(0), Name: row.GetString(3), DueAt: row.Time(4), Payload: row.Bytes(5)));
        foreach (var (lane, name, dueAt, payload) in due)
        {
            var fired = new LaneEvent(
                0, StorageRules.TimerEventKey(name, dueAt), StorageRules.TimerKind, payload, dueAt, Attempts: 0, TraceParent: null);
            InboxRows.Add(sql, lane, fired, now);
            Remove(sql, lane, name);
        }

        return due.Count;
    }

    /// <summary>Gives the timers of one lane to another, except where that has one of the same name.</summary>
    public static void Move(Session sql, LaneKey from, LaneKey to)
    {
        sql.Run(
            """
            UPDATE OR IGNORE timers SET customer_id = ?4 WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3
            """,
            from.Store, from.Channel, from.Customer, to.Customer);
        sql.Run("DELETE FROM timers WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3", from.Store, from.Channel, from.Customer);
    }

    private static void Remove(Session sql, LaneKey lane, string name) =>
        sql.Run(
            "DELETE FROM timers WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND name = ?4",
            lane.Store, lane.Channel, lane.Customer, name);
}
