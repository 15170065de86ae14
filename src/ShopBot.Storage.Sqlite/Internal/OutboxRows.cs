using Microsoft.Data.Sqlite;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Messages to send, in order per lane.</summary>
internal static class OutboxRows
{
    private const string Columns =
        "store_id, channel, customer_id, outbox_id, state, attempt, owner, message_ref, delivery, class, wants_status";

    /// <summary>Writes the messages behind those of earlier turns; one that exists already stays as it is. Returns the next free place.</summary>
    public static long Add(Session sql, LaneKey lane, IReadOnlyList<OutboxMessage> messages, long position, DateTimeOffset now)
    {
        foreach (var message in messages)
        {
            position += sql.Run(
                """
                INSERT INTO outbox (store_id, channel, customer_id, outbox_id, position, class, payload, trace_parent, created_at, wants_status, due_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, CASE WHEN EXISTS (
                    SELECT 1 FROM outbox WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND state < 3) THEN NULL ELSE ?9 END)
                ON CONFLICT DO NOTHING
                """,
                lane.Store, lane.Channel, lane.Customer, message.Id, position, message.Class, message.Payload, message.TraceParent, now,
                message.WantsStatus);
        }

        return position;
    }

    public static OutboxRow? Find(Session sql, StoreId store, Guid id)
    {
        using var row = sql.Read($"SELECT {Columns} FROM outbox WHERE store_id = ?1 AND outbox_id = ?2", store, id);
        return row.Read() ? Row(row) : null;
    }

    public static OutboxRow? FindByMessageRef(Session sql, StoreId store, string messageRef)
    {
        using var row = sql.Read($"SELECT {Columns} FROM outbox WHERE store_id = ?1 AND message_ref = ?2", store, messageRef);
        return row.Read() ? Row(row) : null;
    }

    /// <summary>The lanes of a store whose first open row may be sent now, the one due first first.</summary>
    public static List<LaneKey> Due(Session sql, StoreId store, DateTimeOffset now, int max) =>
        sql.Read(
            "SELECT store_id, channel, customer_id FROM outbox WHERE store_id = ?1 AND state = 0 AND due_at <= ?2 ORDER BY due_at LIMIT ?3", store, now, max)
            .All(row => row.Lane(0));

    /// <summary>Makes the lane's first open row Sending when it is due; else null.</summary>
    public static SendWork? TryTake(Session sql, LaneKey lane, string owner, DateTimeOffset now, TimeSpan lease)
    {
        SendWork taken;
        using (var row = sql.Read(
            """
            SELECT state = 0 AND due_at <= ?4, outbox_id, attempt, maybe_duplicate, payload, created_at, trace_parent FROM outbox
            WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND state < 3 ORDER BY position LIMIT 1
            """,
            lane.Store, lane.Channel, lane.Customer, now))
        {
            if (!row.Read() || row.IsDBNull(0) || !row.GetBoolean(0))
                return null;
            taken = new SendWork
            {
                OutboxId = row.Id(1),
                Lane = lane,
                Attempt = row.GetInt32(2) + 1,
                LeaseUntil = now + lease,
                MaybeDuplicate = row.GetBoolean(3),
                Payload = row.Bytes(4),
                CreatedAt = row.Time(5),
                Aliases = CustomerRows.Aliases(sql, lane),
                LastInboundAt = InboundAt(sql, lane),
                TraceParent = row.Text(6),
            };
        }

        sql.Run(
            "UPDATE outbox SET state = 1, attempt = ?3, owner = ?4, lease_until = ?5 WHERE store_id = ?1 AND outbox_id = ?2",
            lane.Store, taken.OutboxId, taken.Attempt, owner, taken.LeaseUntil);
        return taken;
    }

    private static DateTimeOffset? InboundAt(Session sql, LaneKey lane) =>
        sql.Number("SELECT inbound_at FROM lanes WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3", lane.Store, lane.Channel, lane.Customer) is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    /// <summary>Notes a price; one that is known gives way only when told to.</summary>
    public static void SetPrice(Session sql, OutboxRow row, MessagePrice price, bool replaces) =>
        sql.Run(
            """
            UPDATE outbox SET price_category = ?3, price_type = ?4, billable = ?5
            WHERE store_id = ?1 AND outbox_id = ?2 AND (?6 OR price_category IS NULL) AND (price_category, price_type, billable) IS NOT (?3, ?4, ?5)
            """,
            row.Lane.Store, row.Id, price.Category, price.Type, price.Billable, replaces);

    /// <summary>Sent: closes the row under the platform's name for it.</summary>
    public static void CloseSent(Session sql, OutboxRow row, string? messageRef, ReadOnlyMemory<byte> messageId, DateTimeOffset now)
    {
        sql.Run(
            """
            UPDATE outbox SET state = ?3, closed_at = ?4, due_at = NULL, lease_until = NULL, unknown_since = NULL, message_ref = ?5, message_id = ?6, error_code = NULL
            WHERE store_id = ?1 AND outbox_id = ?2
            """,
            row.Lane.Store, row.Id, OutboxState.Sent, now, messageRef, messageId);
        LetNextGo(sql, row.Lane, now);
        if (messageRef is not null)
            StatusRows.Settle(sql, row with { State = OutboxState.Sent, MessageRef = messageRef });
    }

    /// <summary>Closes the row; the next one of its lane becomes due.</summary>
    public static void Close(Session sql, OutboxRow row, OutboxState state, DateTimeOffset now)
    {
        sql.Run(
            """
            UPDATE outbox SET state = ?3, closed_at = ?4, due_at = NULL, lease_until = NULL, unknown_since = NULL
            WHERE store_id = ?1 AND outbox_id = ?2
            """,
            row.Lane.Store, row.Id, state, now);
        LetNextGo(sql, row.Lane, now);
    }

    public static void SetError(Session sql, OutboxRow row, int? errorCode) =>
        sql.Run("UPDATE outbox SET error_code = ?3 WHERE store_id = ?1 AND outbox_id = ?2", row.Lane.Store, row.Id, errorCode);

    public static void SetDelivery(Session sql, OutboxRow row, DeliveryStatus delivery, int? errorCode, MessagePrice? price) =>
        sql.Run(
            """
            UPDATE outbox SET delivery = ?3, error_code = ?4,
                price_category = coalesce(?5, price_category), price_type = coalesce(?6, price_type), billable = coalesce(?7, billable)
            WHERE store_id = ?1 AND outbox_id = ?2
            """,
            row.Lane.Store, row.Id, delivery, errorCode, price?.Category, price?.Type, price?.Billable);

    /// <summary>Not taken by the platform: to be sent again at <paramref name="dueAt"/>.</summary>
    public static void Reopen(Session sql, OutboxRow row, DateTimeOffset dueAt, bool maybeDuplicate) =>
        sql.Run(
            """
            UPDATE outbox SET state = 0, due_at = ?3, lease_until = NULL, unknown_since = NULL, maybe_duplicate = maybe_duplicate OR ?4
            WHERE store_id = ?1 AND outbox_id = ?2
            """,
            row.Lane.Store, row.Id, dueAt, maybeDuplicate);

    public static void SetUnknown(Session sql, OutboxRow row, DateTimeOffset since) =>
        sql.Run(
            "UPDATE outbox SET state = 2, unknown_since = ?3, lease_until = NULL WHERE store_id = ?1 AND outbox_id = ?2",
            row.Lane.Store, row.Id, since);

    /// <summary>Sends in flight whose owner's lease ended: nobody knows their outcome. Returns how many.</summary>
    public static int Orphan(Session sql, DateTimeOffset leaseEndedBy, DateTimeOffset now, int max) =>
        sql.Run(
            """
            UPDATE outbox SET state = 2, unknown_since = ?2, lease_until = NULL
            WHERE rowid IN (SELECT rowid FROM outbox WHERE state = 1 AND lease_until <= ?1 ORDER BY lease_until LIMIT ?3)
            """,
            leaseEndedBy, now, max);

    /// <summary>Rows of unknown outcome since <paramref name="since"/> or longer.</summary>
    public static List<OutboxRow> UnknownSince(Session sql, DateTimeOffset since, int max) =>
        sql.Read(
            $"SELECT {Columns} FROM outbox WHERE state = 2 AND unknown_since <= ?1 ORDER BY unknown_since LIMIT ?2", since, max).All(Row);

    /// <summary>The lane's first open row becomes due, when there is one.</summary>
    private static void LetNextGo(Session sql, LaneKey lane, DateTimeOffset now) =>
        sql.Run(
            """
            UPDATE outbox SET due_at = ?4
            WHERE due_at IS NULL AND store_id = ?1 AND outbox_id = (
                SELECT outbox_id FROM outbox
                WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND state < 3 ORDER BY position LIMIT 1)
            """,
            lane.Store, lane.Channel, lane.Customer, now);

    private static OutboxRow Row(SqliteDataReader row) => new(
        row.Id(3), row.Lane(0), (OutboxState)row.GetInt32(4), row.GetInt32(5), row.Text(6), row.Text(7),
        (DeliveryStatus)row.GetInt32(8), (SendClass)row.GetInt32(9), row.GetBoolean(10));
}
