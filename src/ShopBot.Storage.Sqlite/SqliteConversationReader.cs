using Microsoft.Data.Sqlite;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

/// <summary>What pages and reports read, beside the writer.</summary>
internal sealed class SqliteConversationReader(Database database) : IConversationReader
{
    private const string Lanes =
        """
        SELECT store_id, channel, customer_id, control, active_at, inbound_at, next_seq - head_seq, state_version, state FROM lanes
        """;

    private const string Outbound =
        """
        SELECT created_at, store_id, channel, customer_id, outbox_id, payload, state, delivery, error_code, price_category, price_type, billable FROM outbox
        """;

    public ValueTask<CustomerId?> FindCustomerAsync(StoreId store, IReadOnlyList<CustomerAlias> aliases, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            sql => aliases.Select(alias => CustomerRows.Owner(sql, store, alias)).FirstOrDefault(owner => owner is not null), cancellationToken);

    public ValueTask<IReadOnlyList<LaneSummary>> ListLanesAsync(
        StoreId store, LaneFilter filter, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<LaneSummary>>(
            sql => [.. sql.Read(
                $"{Lanes} WHERE store_id = ?1 AND active_at < ?2 AND channel <> 'store' AND (?3 IS NULL OR control = ?3) ORDER BY active_at DESC LIMIT ?4",
                store, Before(before), filter.Control, maxItems).All(row => Summary(sql, row))],
            cancellationToken);

    public ValueTask<LaneSummary?> FindLaneAsync(LaneKey lane, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            sql => sql.Read($"{Lanes} WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3", lane.Store, lane.Channel, lane.Customer)
                .All(row => Summary(sql, row)).FirstOrDefault(),
            cancellationToken);

    public ValueTask<IReadOnlyList<HistoryEntry>> ReadHistoryAsync(LaneKey lane, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<HistoryEntry>>(
            sql => [.. sql.Read(
                """
                SELECT accepted_at, seq, event_key, kind, payload, occurred_at, attempts, trace_parent, CASE state WHEN 2 THEN cause END FROM inbox
                WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND accepted_at < ?4 ORDER BY seq DESC LIMIT ?5
                """,
                lane.Store, lane.Channel, lane.Customer, Before(before), maxItems)
                .All(row => (HistoryEntry)new InboundEntry(row.Time(0), Event(row, 1), row.Text(8)))
                .Concat(sql.Read(
                    $"{Outbound} WHERE store_id = ?1 AND channel = ?2 AND customer_id = ?3 AND created_at < ?4 ORDER BY position DESC LIMIT ?5",
                    lane.Store, lane.Channel, lane.Customer, Before(before), maxItems).All(Written))
                .OrderByDescending(entry => entry.At).Take(maxItems)],
            cancellationToken);

    public ValueTask<IReadOnlyList<ParkedEvent>> ListParkedAsync(StoreId store, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<ParkedEvent>>(
            sql => sql.Read(
                """
                SELECT store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, attempts, trace_parent, cause, done_at FROM inbox
                WHERE store_id = ?1 AND state = 2 AND done_at < ?2 ORDER BY done_at DESC LIMIT ?3
                """,
                store, Before(before), maxItems).All(row => new ParkedEvent(row.Lane(0), Event(row, 3), row.GetString(10), row.Time(11))),
            cancellationToken);

    public ValueTask<IReadOnlyList<OutboundEntry>> ListFailedSendsAsync(
        StoreId store, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<OutboundEntry>>(
            sql => sql.Read(
                $"{Outbound} WHERE store_id = ?1 AND created_at < ?2 AND (state >= 4 OR delivery = ?3) ORDER BY created_at DESC LIMIT ?4",
                store, Before(before), DeliveryStatus.Failed, maxItems).All(Written),
            cancellationToken);

    public ValueTask<IReadOnlyList<EventEntry>> ListEventsAsync(
        StoreId store, IReadOnlyList<string> kinds, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<EventEntry>>(
            sql => sql.Read(
                """
                SELECT recorded_at, event_id, store_id, channel, customer_id, kind, place, payload FROM events
                WHERE store_id = ?1 AND recorded_at < ?2 AND (?3 = '' OR instr(?3, char(10) || kind || char(10)) > 0)
                ORDER BY recorded_at DESC LIMIT ?4
                """,
                store, Before(before), kinds.Count == 0 ? "" : $"\n{string.Join('\n', kinds)}\n", maxItems)
                .All(row => new EventEntry(
                    row.Time(0), row.Id(1), row.IsDBNull(3) ? null : row.Lane(2), row.GetString(5), row.GetString(6), row.Bytes(7))),
            cancellationToken);

    public ValueTask<IReadOnlyList<DayFigures>> CountAsync(StoreId store, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<DayFigures>>(
            sql =>
            {
                var figures = new SortedDictionary<DateOnly, Figures>();
                foreach (var (day, count) in Count(sql, store, from, until, "SELECT accepted_at / 86400000, '', count(*) FROM inbox WHERE store_id = ?1 AND accepted_at >= ?2 AND accepted_at < ?3 GROUP BY 1"))
                    Of(day.Day).Received = count;
                foreach (var (day, count) in Count(sql, store, from, until, "SELECT created_at / 86400000, CAST(delivery AS TEXT), count(*) FROM outbox WHERE store_id = ?1 AND created_at >= ?2 AND created_at < ?3 AND state = 3 GROUP BY 1, 2"))
                    Of(day.Day).Sent[(DeliveryStatus)int.Parse(day.Key, provider: null)] = count;
                foreach (var (day, count) in Count(sql, store, from, until, "SELECT created_at / 86400000, '', count(*) FROM outbox WHERE store_id = ?1 AND created_at >= ?2 AND created_at < ?3 AND state = 4 GROUP BY 1"))
                    Of(day.Day).Rejected = count;
                foreach (var (day, count) in Count(sql, store, from, until, "SELECT created_at / 86400000, price_category, count(*) FROM outbox WHERE store_id = ?1 AND created_at >= ?2 AND created_at < ?3 AND billable = 1 GROUP BY 1, 2"))
                    Of(day.Day).Prices[day.Key] = count;
                foreach (var (day, count) in Count(sql, store, from, until, "SELECT recorded_at / 86400000, kind, count(*) FROM events WHERE store_id = ?1 AND recorded_at >= ?2 AND recorded_at < ?3 GROUP BY 1, 2"))
                    Of(day.Day).Events[day.Key] = count;
                return [.. figures.Select(day => new DayFigures(day.Key, day.Value.Received, day.Value.Sent, day.Value.Rejected, day.Value.Prices, day.Value.Events))];

                Figures Of(DateOnly day) => figures.TryGetValue(day, out var known) ? known : figures[day] = new Figures();
            },
            cancellationToken);

    private static List<((DateOnly Day, string Key) Group, long Count)> Count(Session sql, StoreId store, DateTimeOffset from, DateTimeOffset until, string query) =>
        sql.Read(query, store, from, until)
            .All(row => ((DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(row.GetInt64(0))), row.GetString(1)), row.GetInt64(2)));

    private static long Before(DateTimeOffset? before) => before?.ToUnixTimeMilliseconds() ?? long.MaxValue;

    private static LaneSummary Summary(Session sql, SqliteDataReader row) => new(
        row.Lane(0), CustomerRows.Aliases(sql, row.Lane(0)), (LaneControl)row.GetInt32(3), row.Time(4), row.OptionalTime(5), row.GetInt64(6),
        row.GetInt64(7), row.Bytes(8));

    private static LaneEvent Event(SqliteDataReader row, int column) => new(
        row.GetInt64(column), row.GetString(column + 1), row.GetString(column + 2), row.Bytes(column + 3), row.Time(column + 4), row.GetInt32(column + 5),
        row.Text(column + 6));

    private static OutboundEntry Written(SqliteDataReader row) => new(
        row.Time(0), row.Lane(1), row.Id(4), row.Bytes(5), (SendState)row.GetInt32(6), (DeliveryStatus)row.GetInt32(7),
        row.IsDBNull(8) ? null : row.GetInt32(8), row.Price(9));

    private sealed class Figures
    {
        public long Received { get; set; }

        public long Rejected { get; set; }

        public Dictionary<DeliveryStatus, long> Sent { get; } = [];

        public Dictionary<string, long> Prices { get; } = [];

        public Dictionary<string, long> Events { get; } = [];
    }
}
