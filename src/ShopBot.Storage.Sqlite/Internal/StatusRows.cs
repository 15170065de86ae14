using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Delivery statuses: applied to the outbox, or kept until the send they belong to is known.</summary>
internal static class StatusRows
{
    /// <summary>Applies a status to its message, or keeps it for a message that nobody here knows yet.</summary>
    public static AppendResult Apply(Session sql, StatusAppend status, DateTimeOffset now)
    {
        var row = Find(sql, status);
        if (row is null)
            return new AppendResult(Keep(sql, status, now) ? AppendOutcome.Appended : AppendOutcome.Duplicate);

        // Whatever we thought of the row: the platform speaks of its message, so it was taken.
        var wasOpen = row.State != OutboxState.Sent;
        if (wasOpen)
        {
            OutboxRows.CloseSent(sql, row, status.MessageRef, status.Payload, now);
            row = OutboxRows.Find(sql, status.Store, row.Id)!;
        }

        var rose = SetDelivery(sql, row, status.MessageRef, status.Status, status.ErrorCode, status.Price);
        return new AppendResult(wasOpen || rose ? AppendOutcome.Appended : AppendOutcome.Duplicate, SendReady: wasOpen, StatusLane: row.WantsStatus ? row.Lane : null);
    }

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
    private static bool SetDelivery(Session sql, OutboxRow row, string messageRef, DeliveryStatus next, int? errorCode, MessagePrice? price)
    {
        var otherCopy = row.MessageRef is not null && row.MessageRef != messageRef;
        var rises = next > row.Delivery && !(otherCopy && next == DeliveryStatus.Failed);
        if (rises)
            OutboxRows.SetDelivery(sql, row, next, errorCode, price);
        else if (price is not null)
            OutboxRows.SetPrice(sql, row, price, replaces: next == row.Delivery);
        return rises;
    }

    private static bool Keep(Session sql, StatusAppend status, DateTimeOffset now)
    {
        var known = sql.Number(
            "SELECT delivery FROM statuses WHERE store_id = ?1 AND message_ref = ?2", status.Store, status.MessageRef) ?? 0;
        if (status.Status <= (DeliveryStatus)known)
            return false;

        sql.Run(
            """
            INSERT INTO statuses (store_id, message_ref, delivery, error_code, heard_at, price_category, price_type, billable)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (store_id, message_ref) DO UPDATE SET delivery = ?3, error_code = ?4, heard_at = ?5,
                price_category = coalesce(?6, price_category), price_type = coalesce(?7, price_type), billable = coalesce(?8, billable)
            """,
            status.Store, status.MessageRef, status.Status, status.ErrorCode, now, status.Price?.Category, status.Price?.Type, status.Price?.Billable);
        return true;
    }
}
