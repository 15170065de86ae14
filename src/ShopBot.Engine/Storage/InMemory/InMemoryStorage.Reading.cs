using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.InMemory;

internal sealed partial class InMemoryStorage
{
    public ValueTask<CustomerId?> FindCustomerAsync(StoreId store, IReadOnlyList<CustomerAlias> aliases, CancellationToken cancellationToken = default) =>
        Run(() => _customers.Find(store, aliases), cancellationToken);

    public ValueTask<IReadOnlyList<LaneSummary>> ListLanesAsync(
        StoreId store, LaneFilter filter, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<LaneSummary>>(
            () => [.. LanesOf(store).Where(lane => lane.Key.Channel != StorageRules.StoreChannel && (filter.Control is null || lane.Control == filter.Control) && !(lane.ActiveAt >= before))
                .OrderByDescending(lane => lane.ActiveAt).Take(maxItems).Select(Summary)],
            cancellationToken);

    public ValueTask<LaneSummary?> FindLaneAsync(LaneKey lane, CancellationToken cancellationToken = default) =>
        Run(() => Find(lane) is { } found ? Summary(found) : null, cancellationToken);

    public ValueTask<IReadOnlyList<HistoryEntry>> ReadHistoryAsync(LaneKey lane, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<HistoryEntry>>(
            () => Find(lane) is not { } found
                ? []
                : [.. found.History.Select(row => (HistoryEntry)new InboundEntry(row.At, row.Event, row.Cause)).Concat(found.Written.Select(Outbound))
                    .Where(row => !(row.At >= before)).Reverse().OrderByDescending(row => row.At).Take(maxItems)],
            cancellationToken);

    public ValueTask<IReadOnlyList<ParkedEvent>> ListParkedAsync(StoreId store, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<ParkedEvent>>(
            () => [.. LanesOf(store).SelectMany(lane => lane.History, (lane, row) => (lane, row)).Where(pair => pair.row.Cause is not null)
                .Select(pair => new ParkedEvent(pair.lane.Key, pair.row.Event, pair.row.Cause!, pair.row.ParkedAt))
                .Where(row => !(row.ParkedAt >= before)).OrderByDescending(row => row.ParkedAt).Take(maxItems)],
            cancellationToken);

    public ValueTask<IReadOnlyList<OutboundEntry>> ListFailedSendsAsync(
        StoreId store, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<OutboundEntry>>(
            () => [.. LanesOf(store).SelectMany(lane => lane.Written)
                .Where(row => row.State is OutboxState.Rejected or OutboxState.Uncertain || row.Delivery == DeliveryStatus.Failed)
                .Select(Outbound).Where(row => !(row.At >= before)).OrderByDescending(row => row.At).Take(maxItems)],
            cancellationToken);

    public ValueTask<IReadOnlyList<EventEntry>> ListEventsAsync(
        StoreId store, IReadOnlyList<string> kinds, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<EventEntry>>(
            () => [.. _events.Where(row => row.Key.Store == store && (kinds.Count == 0 || kinds.Contains(row.Value.Kind)) && !(row.Value.RecordedAt >= before))
                .OrderByDescending(row => row.Value.RecordedAt).Take(maxItems)
                .Select(row => new EventEntry(row.Value.RecordedAt, row.Key.Id, row.Value.Lane, row.Value.Kind, row.Value.Place, row.Value.Payload))],
            cancellationToken);

    public ValueTask<IReadOnlyList<DayFigures>> CountAsync(StoreId store, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<DayFigures>>(
            () =>
            {
                var received = LanesOf(store).SelectMany(lane => lane.History).Where(row => row.At >= from && row.At < until).ToLookup(row => Day(row.At));
                var written = LanesOf(store).SelectMany(lane => lane.Written).Where(row => row.CreatedAt >= from && row.CreatedAt < until).ToLookup(row => Day(row.CreatedAt));
                var events = _events.Where(row => row.Key.Store == store && row.Value.RecordedAt >= from && row.Value.RecordedAt < until)
                    .ToLookup(row => Day(row.Value.RecordedAt), row => row.Value.Kind);
                return [.. received.Select(day => day.Key).Union(written.Select(day => day.Key)).Union(events.Select(day => day.Key)).Order().Select(day => new DayFigures(
                    day,
                    received[day].LongCount(),
                    Count(written[day].Where(row => row.State == OutboxState.Sent), row => row.Delivery),
                    written[day].LongCount(row => row.State == OutboxState.Rejected),
                    Count(written[day].Where(row => row.Price is { Billable: true }), row => row.Price!.Category),
                    Count(events[day], kind => kind)))];
            },
            cancellationToken);

    private static Dictionary<TKey, long> Count<T, TKey>(IEnumerable<T> rows, Func<T, TKey> key) where TKey : notnull =>
        rows.GroupBy(key).ToDictionary(group => group.Key, group => group.LongCount());

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private IEnumerable<Lane> LanesOf(StoreId store) => _lanes.Values.Where(lane => lane.Key.Store == store);

    private LaneSummary Summary(Lane lane) => new(
        lane.Key, AliasesOf(lane), lane.Control, lane.ActiveAt, lane.LastInboundAt, lane.WaitingCount, lane.StateVersion, lane.State);

    private static OutboundEntry Outbound(OutboxEntry row) => new(
        row.CreatedAt, row.Lane.Key, row.Message.Id, row.Message.Payload, (SendState)row.State, row.Delivery, row.ErrorCode, row.Price);
}
