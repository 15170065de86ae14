using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Delivery statuses: applied to the outbox, or kept until the send they belong to is known.</summary>
internal static class StatusRows
{
    /// <returns>Whether it closed a row that was still open, so that the lane's next one may go; and the lane, when somebody asked for its statuses.</returns>
    public static (bool ClosedRow, LaneKey? AskedFor) Apply(Session sql, StatusAppend status, DateTimeOffset now)
    {
        var row = Find(sql, status);
        if (row is null)
        {
            Keep(sql, status, now);
            return (false, null);
        }

        // Whatever we thought of the row: the platform speaks of its message, so it was taken.
        var wasOpen = row.State != OutboxState.Sent;
        if (wasOpen)
        {
            OutboxRows.CloseSent(sql, row, status.MessageRef, status.Payload, now);
            row = OutboxRows.Find(sql, status.Store, row.Id)!;
        }

        SetDelivery(sql, row, status.MessageRef, status.Status, status.ErrorCode, status.Price);
        return (wasOpen, row.WantsStatus ? row.Lane : null);
    }

    /// <summary>The message's lane, when it is known and somebody asked for its statuses.</summary>
    public static LaneKey? AskedFor(Session sql, StatusAppend status) => Find(sql, status) is { WantsStatus: true } row ? row.Lane : null;

    private static OutboxRow? Find(Session sql, StatusAppend status) =>
        (status.OutboxId is { } id ? OutboxRows.Find(sql, status.Store, id) : null) ?? OutboxRows.FindByMessageRef(sql, status.Store, status.MessageRef);

    /// <summary>Applies what was heard of a message before its send was closed.</summary>
    public static void Settle(Session sql, OutboxRow row)
    {
        using (var kept = sql.Read(
            "SELECT delivery, error_code, price_category, price_type, billable FROM statuses WHERE store_id = ?1 AND message_ref = ?2",
            row.Lane.Store, row.MessageRef))
        {
            if (!kept.Read())
                return;

            SetDelivery(sql, row, row.MessageRef!, (DeliveryStatus)kept.GetInt32(0), kept.IsDBNull(1) ? null : kept.GetInt32(1), kept.Price(2));
        }

        sql.Run("DELETE FROM statuses WHERE store_id = ?1 AND message_ref = ?2", row.Lane.Store, row.MessageRef);
    }

    // A row sent twice has two message ids; that the other copy failed says nothing about this one.
    private static void SetDelivery(Session sql, OutboxRow row, string messageRef, DeliveryStatus next, int? errorCode, MessagePrice? price)
    {
        var otherCopy = row.MessageRef is not null && row.MessageRef != messageRef;
        if (next > row.Delivery && !(otherCopy && next == DeliveryStatus.Failed))
            OutboxRows.SetDelivery(sql, row, next, errorCode, price);
        else if (price is not null)
            OutboxRows.SetPrice(sql, row, price);
    }

    private static void Keep(Session sql, StatusAppend status, DateTimeOffset now)
    {
        var known = sql.Number(
            "SELECT delivery FROM statuses WHERE store_id = ?1 AND message_ref = ?2", status.Store, status.MessageRef) ?? 0;
        if (status.Status <= (DeliveryStatus)known)
            return;

        sql.Run(
            """
            INSERT INTO statuses (store_id, message_ref, delivery, error_code, heard_at, price_category, price_type, billable)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (store_id, message_ref) DO UPDATE SET delivery = ?3, error_code = ?4, heard_at = ?5,
                price_category = coalesce(?6, price_category), price_type = coalesce(?7, price_type), billable = coalesce(?8, billable)
            """,
            status.Store, status.MessageRef, status.Status, status.ErrorCode, now, status.Price?.Category, status.Price?.Type, status.Price?.Billable);
    }
}
