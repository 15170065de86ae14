using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>Reads the lanes, messages and domain events that one call leased, in the order in which they come.</summary>
internal sealed class LaneLoad
{
    private readonly Dictionary<LaneKey, (LaneWork Work, List<LaneEvent> Events)> _lanes = [];
    private readonly Dictionary<LaneKey, SendWork> _sends = [];
    private readonly Dictionary<LaneKey, (EventWork Work, List<LoggedEvent> Events)> _events = [];

    public IReadOnlyList<LaneWork> Lanes => [.. _lanes.Values.Select(lane => lane.Work)];

    public IReadOnlyList<SendWork> Sends => [.. _sends.Values];

    public IReadOnlyList<EventWork> Events => [.. _events.Values.Select(lane => lane.Work)];

    public LaneWork? Work(LaneKey lane) => _lanes.TryGetValue(lane, out var found) ? found.Work : null;

    public SendWork? Send(LaneKey lane) => _sends.GetValueOrDefault(lane);

    public EventWork? Delivery(LaneKey lane) => _events.TryGetValue(lane, out var found) ? found.Work : null;

    public void AddWork(SqlBatch batch, LaneColumns lanes, long mark) =>
        batch.Query(LaneSql.Load, ReadWork, lanes.Stores, lanes.Channels, lanes.Customers, Value.Of(mark));

    public void AddSends(SqlBatch batch, LaneColumns lanes, long mark) =>
        batch.Query(SendSql.Load, ReadSend, lanes.Stores, lanes.Channels, lanes.Customers, Value.Of(mark));

    public void AddDeliveries(SqlBatch batch, LaneColumns lanes, long mark) =>
        batch.Query(DeliverySql.Load, ReadDelivery, lanes.Stores, lanes.Channels, lanes.Customers, Value.Of(mark));

    public void ReadWork(NpgsqlDataReader row)
    {
        var lane = row.Lane(0);
        if (row.GetBoolean(7))
        {
            var events = new List<LaneEvent>();
            _lanes[lane] = (new LaneWork
            {
                Lane = lane,
                Fence = row.GetInt64(3),
                LeaseUntil = row.Time(4),
                StateVersion = row.GetInt64(5),
                LastInboundAt = row.TimeOrNull(6),
                State = row.Bytes(8),
                Aliases = row.Aliases(9),
                Steps = Steps(row, 12),
                Events = events,
            }, events);
        }

        if (!row.IsDBNull(14))
        {
            _lanes[lane].Events.Add(new LaneEvent(
                row.GetInt64(14), row.GetString(15), row.GetString(16), row.Bytes(17), row.Time(18), row.GetInt32(19), row.Text(20)));
        }
    }

    public void ReadSend(NpgsqlDataReader row)
    {
        var lane = row.Lane(0);
        _sends[lane] = new SendWork
        {
            Lane = lane,
            OutboxId = row.GetGuid(3),
            Attempt = row.GetInt32(4),
            LeaseUntil = row.Time(5),
            MaybeDuplicate = row.GetBoolean(6),
            Payload = row.Bytes(7),
            CreatedAt = row.Time(8),
            TraceParent = row.Text(9),
            LastInboundAt = row.TimeOrNull(10),
            Aliases = row.Aliases(11),
        };
    }

    public void ReadDelivery(NpgsqlDataReader row)
    {
        var lane = row.Lane(0);
        if (!_events.TryGetValue(lane, out var found))
        {
            var events = new List<LoggedEvent>();
            _events[lane] = found = (new EventWork { Lane = lane, Fence = row.GetInt64(3), LeaseUntil = row.Time(4), Events = events }, events);
        }

        found.Events.Add(new LoggedEvent(row.GetInt64(5), row.GetGuid(6), row.GetString(7), row.Bytes(8), row.Time(9), row.GetInt32(10)));
    }

    private static StepResult[] Steps(NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column))
            return [];
        var names = row.GetFieldValue<string[]>(column);
        var results = row.GetFieldValue<byte[][]>(column + 1);
        return [.. names.Select((name, i) => new StepResult(name, results[i]))];
    }
}
