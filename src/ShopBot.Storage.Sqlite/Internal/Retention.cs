namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Removes what was finished long ago. Waiting events, open messages and dead letters stay.</summary>
internal static class Retention
{
    private static readonly string[] Deletes =
    [
        """
        DELETE FROM inbox WHERE rowid IN (
            SELECT i.rowid FROM inbox i WHERE i.state < 2 AND i.accepted_at <= ?1 AND i.seq < (
                SELECT l.head_seq FROM lanes l WHERE l.store_id = i.store_id AND l.channel = i.channel AND l.customer_id = i.customer_id)
            LIMIT ?2)
        """,
        "DELETE FROM outbox WHERE rowid IN (SELECT rowid FROM outbox WHERE state >= 3 AND closed_at <= ?1 LIMIT ?2)",
        "DELETE FROM events WHERE rowid IN (SELECT rowid FROM events WHERE recorded_at <= ?1 LIMIT ?2)",
        "DELETE FROM statuses WHERE (store_id, message_ref) IN (SELECT store_id, message_ref FROM statuses WHERE heard_at <= ?1 LIMIT ?2)",
        "DELETE FROM seen WHERE (store_id, event_key) IN (SELECT store_id, event_key FROM seen WHERE seen_at <= ?1 LIMIT ?2)",
    ];

    /// <summary>Removes at most <paramref name="max"/> rows of each sort; returns how many in all.</summary>
    public static int Apply(Session sql, DateTimeOffset before, int max) => Deletes.Sum(delete => sql.Run(delete, before, max));
}
