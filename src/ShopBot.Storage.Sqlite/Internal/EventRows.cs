using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>The event log.</summary>
internal static class EventRows
{
    /// <summary>Records the facts of a turn; one recorded before stays as it is.</summary>
    public static void Add(Session sql, LaneKey lane, IReadOnlyList<DomainEventRow> events, DateTimeOffset now)
    {
        foreach (var row in events)
        {
            var added = sql.Run(
                """
                INSERT INTO events (store_id, event_id, channel, customer_id, kind, place, payload, occurred_at, recorded_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8) ON CONFLICT DO NOTHING
                """,
                lane.Store, row.Id, lane.Channel, lane.Customer, row.Kind, row.Id.ToString("N"), row.Payload, now);
            if (added == 1 && row.Deliver)
            {
                sql.Run(
                    "UPDATE events SET number = ?3 WHERE store_id = ?1 AND event_id = ?2", lane.Store, row.Id, FactRows.NextNumber(sql, lane, now));
            }
        }
    }

    public static void AddNote(Session sql, NoteAppend note, DateTimeOffset now) =>
        sql.Run(
            "INSERT INTO events (store_id, event_id, kind, place, payload, occurred_at, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            note.Store, Guid.CreateVersion7(now), note.Kind, note.EventKey, note.Payload, note.OccurredAt, now);
}
