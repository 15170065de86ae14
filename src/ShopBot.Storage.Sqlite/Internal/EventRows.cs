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
            sql.Run(
                """
                INSERT INTO events (store_id, event_id, channel, customer_id, kind, payload, occurred_at, recorded_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7) ON CONFLICT DO NOTHING
                """,
                lane.Store, row.Id, lane.Channel, lane.Customer, row.Kind, row.Payload, now);
        }
    }

    public static void AddNote(Session sql, NoteAppend note, DateTimeOffset now) =>
        sql.Run(
            "INSERT INTO events (store_id, event_id, kind, payload, occurred_at, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            note.Store, Guid.CreateVersion7(now), note.Kind, note.Payload, note.OccurredAt, now);
}
