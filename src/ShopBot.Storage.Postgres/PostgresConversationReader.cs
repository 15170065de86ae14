using Npgsql;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

/// <summary>Lists and reports, from the replica when there is one.</summary>
internal sealed class PostgresConversationReader(Database database) : IConversationReader
{
    public async ValueTask<CustomerId?> FindCustomerAsync(StoreId store, IReadOnlyList<CustomerAlias> aliases, CancellationToken cancellationToken = default) =>
        await ReadAsync(
            ReadSql.FindCustomer, row => new CustomerId(row.GetGuid(0)),
            () => [Value.Of(store), Value.Column(aliases, alias => (short)alias.Kind), Value.Column(aliases, alias => alias.Hash)], cancellationToken).ConfigureAwait(false)
            is [var found] ? found : null;

    public async ValueTask<IReadOnlyList<LaneSummary>> ListLanesAsync(
        StoreId store, LaneFilter filter, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        await ReadAsync(
            filter.Control is null ? ReadSql.ListLanes : ReadSql.ListControlledLanes, Summary,
            () => filter.Control is { } control
                ? [Value.Of(store), Before(before), Value.Of(maxItems), Value.Of((short)control)]
                : [Value.Of(store), Before(before), Value.Of(maxItems)],
            cancellationToken).ConfigureAwait(false);

    public async ValueTask<LaneSummary?> FindLaneAsync(LaneKey lane, CancellationToken cancellationToken = default) =>
        await ReadAsync(ReadSql.FindLane, Summary, () => [Value.Of(lane.Store), Value.Of(lane.Channel), Value.Of(lane.Customer)], cancellationToken).ConfigureAwait(false)
            is [var found] ? found : null;

    public async ValueTask<IReadOnlyList<HistoryEntry>> ReadHistoryAsync(LaneKey lane, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default)
    {
        var came = await ReadAsync(ReadSql.ReadInbound, Inbound, () => Page(lane, before, maxItems), cancellationToken).ConfigureAwait(false);
        var went = await ReadAsync(ReadSql.ReadOutbound, Outbound, () => Page(lane, before, maxItems), cancellationToken).ConfigureAwait(false);

        // Of one moment what went out stands before what came in: a reply is newer than its question.
        return [.. went.Cast<HistoryEntry>().Concat(came).OrderByDescending(entry => entry.At).Take(maxItems)];
    }

    public async ValueTask<IReadOnlyList<ParkedEvent>> ListParkedAsync(StoreId store, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        await ReadAsync(
            ReadSql.ListParked,
            row => new ParkedEvent(
                row.Lane(0), new LaneEvent(row.GetInt64(3), row.GetString(4), row.GetString(5), row.Bytes(6), row.Time(7), row.GetInt32(8), row.Text(9)), row.GetString(10), row.Time(11)),
            () => [Value.Of(store), Before(before), Value.Of(maxItems)], cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<OutboundEntry>> ListFailedSendsAsync(
        StoreId store, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        await ReadAsync(ReadSql.ListFailedSends, Outbound, () => [Value.Of(store), Before(before), Value.Of(maxItems)], cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<EventEntry>> ListEventsAsync(
        StoreId store, IReadOnlyList<string> kinds, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        await ReadAsync(
            ReadSql.ListEvents,
            row =>
            {
                var id = row.GetGuid(1);
                LaneKey? lane = row.IsDBNull(2) ? null : new LaneKey(store, row.GetString(2), new CustomerId(row.GetGuid(3)));
                return new EventEntry(row.Time(0), id, lane, row.GetString(4), row.Text(5) ?? id.ToString("N"), row.Bytes(6));
            },
            () => [Value.Of(store), Before(before), Value.Of(maxItems), Value.Column(kinds, kind => kind)], cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<DayFigures>> CountAsync(StoreId store, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        NpgsqlParameter[] Span() => [Value.Of(store), Value.Of(from), Value.Of(until)];
        var received = await ReadAsync(ReadSql.CountReceived, row => (Day: Day(row), Count: row.GetInt64(1)), Span, cancellationToken).ConfigureAwait(false);
        var sent = await ReadAsync(
            ReadSql.CountSent,
            row => (Day: Day(row), State: (SendState)row.GetInt16(1), Delivery: (DeliveryStatus)row.GetInt16(2), Price: row.Text(3), Count: row.GetInt64(4)), Span, cancellationToken)
            .ConfigureAwait(false);
        var events = await ReadAsync(ReadSql.CountEvents, row => (Day: Day(row), Kind: row.GetString(1), Count: row.GetInt64(2)), Span, cancellationToken).ConfigureAwait(false);
        return [.. received.Select(row => row.Day).Union(sent.Select(row => row.Day)).Union(events.Select(row => row.Day)).Order().Select(day => new DayFigures(
            day,
            received.Where(row => row.Day == day).Sum(row => row.Count),
            sent.Where(row => row.Day == day && row.State == SendState.Sent).GroupBy(row => row.Delivery).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            sent.Where(row => row.Day == day && row.State == SendState.Rejected).Sum(row => row.Count),
            sent.Where(row => row.Day == day && row.Price is not null).GroupBy(row => row.Price!).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            events.Where(row => row.Day == day).ToDictionary(row => row.Kind, row => row.Count)))];
    }

    private ValueTask<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, Func<NpgsqlParameter[]> values, CancellationToken cancellationToken) => database.ReadAsync(
        async (connection, token) =>
        {
            var rows = new List<T>();
            var batch = new SqlBatch(connection);
            batch.Query(sql, row => rows.Add(read(row)), values());
            await batch.RunAsync(token).ConfigureAwait(false);
            return rows;
        },
        cancellationToken);

    private static NpgsqlParameter[] Page(LaneKey lane, DateTimeOffset? before, int maxItems) =>
        [Value.Of(lane.Store), Value.Of(lane.Channel), Value.Of(lane.Customer), Before(before), Value.Of(maxItems)];

    private static NpgsqlParameter Before(DateTimeOffset? before) => Value.Of(before ?? DateTimeOffset.MaxValue);

    private static DateOnly Day(NpgsqlDataReader row) => DateOnly.FromDateTime(row.GetDateTime(0));

    private static LaneSummary Summary(NpgsqlDataReader row) => new(
        row.Lane(0), row.Aliases(3), (LaneControl)row.GetInt16(6), row.Time(7), row.TimeOrNull(8), row.GetInt64(9), row.GetInt64(10), row.Bytes(11));

    private static InboundEntry Inbound(NpgsqlDataReader row) => new(
        row.Time(0), new LaneEvent(row.GetInt64(1), row.GetString(2), row.GetString(3), row.Bytes(4), row.Time(5), row.GetInt32(6), row.Text(7)), row.Text(8));

    private static OutboundEntry Outbound(NpgsqlDataReader row) => new(
        row.Time(3), row.Lane(0), row.GetGuid(4), row.Bytes(5), (SendState)row.GetInt16(6), (DeliveryStatus)row.GetInt16(7), row.Number(8), row.Price(9));
}
