using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Delivery statuses: applied to the outbox, or kept until the send they belong to is known.</summary>
internal static class StatusRows
{
    /// <returns>True when it closed a row that was still open, so that the lane's next one may go.</returns>
    public static bool Apply(Session sql, StatusAppend status, DateTimeOffset now)
    {
        var row = status.OutboxId is { } id ? OutboxRows.Find(sql, status.Store, id) : null;
        row ??= OutboxRows.FindByMessageRef(sql, status.Store, status.MessageRef);
        if (row is null)
        {
            Keep(sql, status, now);
            return false;
        }

        // Whatever we thought of the row: the platform speaks of its message, so it was taken.
        var wasOpen = row.State != OutboxState.Sent;
        if (wasOpen)
        {
            OutboxRows.CloseSent(sql, row, status.MessageRef, status.Payload, now);
            row = OutboxRows.Find(sql, status.Store, row.Id)!;
        }

        SetDelivery(sql, row, status.MessageRef, status.Status, status.ErrorCode);
        return wasOpen;
    }

    /// <summary>Applies what was heard of a message before its send was closed.</summary>
    public static void Settle(Session sql, OutboxRow row)
    {
        using (var kept = sql.Read(
            "SELECT delivery, error_code FROM statuses WHERE store_id = ?1 AND message_ref = ?2", row.Lane.Store, row.MessageRef))
        {
            if (!kept.Read())
                return;

            SetDelivery(sql, row, row.MessageRef!, (DeliveryStatus)kept.GetInt32(0), kept.IsDBNull(1) ? null : kept.GetInt32(1));
        }

        sql.Run("DELETE FROM statuses WHERE store_id = ?1 AND message_ref = ?2", row.Lane.Store, row.MessageRef);
    }

    // A row sent twice has two message ids; that the other copy failed says nothing about this one.
    private static void SetDelivery(Session sql, OutboxRow row, string messageRef, DeliveryStatus next, int? errorCode)
    {
        var otherCopy = row.MessageRef is not null && row.MessageRef != messageRef;
        if (next > row.Delivery && !(otherCopy && next == DeliveryStatus.Failed))
            OutboxRows.SetDelivery(sql, row, next, errorCode);
    }

    private static void Keep(Session sql, StatusAppend status, DateTimeOffset now)
    {
        var known = sql.Number(
            "SELECT delivery FROM statuses WHERE store_id = ?1 AND message_ref = ?2", status.Store, status.MessageRef) ?? 0;
        if (status.Status <= (DeliveryStatus)known)
            return;

        sql.Run(
            """
            INSERT INTO statuses (store_id, message_ref, delivery, error_code, heard_at) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (store_id, message_ref) DO UPDATE SET delivery = ?3, error_code = ?4, heard_at = ?5
            """,
            status.Store, status.MessageRef, status.Status, status.ErrorCode, now);
    }
}
