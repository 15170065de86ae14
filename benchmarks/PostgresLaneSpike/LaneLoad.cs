using Npgsql;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;

namespace PostgresLaneSpike;

/// <summary>Reads back the lanes and the outbox rows that one call leased, in the same batch.</summary>
internal sealed class LaneLoad(Guid mark)
{
    private readonly Dictionary<LaneKey, LaneWork> _lanes = [];
    private readonly Dictionary<LaneKey, List<LaneEvent>> _events = [];
    private readonly Dictionary<LaneKey, SendWork> _sends = [];
    private readonly Dictionary<(Guid, Guid), List<CustomerAlias>> _aliases = [];

    public IEnumerable<LaneWork> Lanes => _lanes.Keys.Select(lane => Work(lane)!);

    public IEnumerable<SendWork> Sends => _sends.Keys.Select(lane => Send(lane)!);

    public LaneWork? Work(LaneKey lane) => _lanes.TryGetValue(lane, out var work)
        ? work with { Events = _events.GetValueOrDefault(lane) ?? [], Aliases = Aliases(lane) }
        : null;

    public SendWork? Send(LaneKey lane) => _sends.TryGetValue(lane, out var send) ? send with { Aliases = Aliases(lane) } : null;

    public void AddTo(SqlBatch batch, LaneColumns keys)
    {
        batch.Query(
            """
            select l.store, l.channel, l.customer, l.fence, l.ready_at, l.state_version, l.state
            from unnest($1, $2, $3) as k (store, channel, customer)
            cross join lateral (
              select * from lanes x where x.store = k.store and x.channel = k.channel and x.customer = k.customer offset 0) l
            where l.mark = $4 and l.owner is not null
            """,
            ReadLane, keys.Stores, keys.Channels, keys.Customers, mark);
        batch.Query(
            """
            select l.store, l.channel, l.customer, e.seq, e.event_key, e.kind, e.payload, e.occurred_at, e.attempts, e.trace
            from unnest($1, $2, $3) as k (store, channel, customer)
            cross join lateral (
              select * from lanes x where x.store = k.store and x.channel = k.channel and x.customer = k.customer offset 0) l
            cross join lateral (
              select * from inbox i where i.store = l.store and i.channel = l.channel and i.customer = l.customer and i.seq >= l.head_seq
              order by i.seq limit 32) e
            where l.mark = $4 and l.owner is not null
            """,
            ReadEvent, keys.Stores, keys.Channels, keys.Customers, mark);
        batch.Query(
            """
            select o.store, o.channel, o.customer, o.id, o.attempt, o.maybe_duplicate, o.payload, o.created_at, o.trace, o.due_at
            from unnest($1, $2, $3) as k (store, channel, customer)
            cross join lateral (
              select * from outbox x where x.store = k.store and x.channel = k.channel and x.customer = k.customer and x.state < 3
              order by x.seq limit 1) o
            where o.state = 1 and o.mark = $4
            """,
            ReadSend, keys.Stores, keys.Channels, keys.Customers, mark);
        batch.Query(
            """
            select a.store, a.customer, a.kind, a.hash, a.value
            from (
              select k.store, k.customer from unnest($1, $2, $3) as k (store, channel, customer)
              cross join lateral (
                select * from lanes x where x.store = k.store and x.channel = k.channel and x.customer = k.customer offset 0) l
              where l.mark = $4 and l.owner is not null
              union
              select k.store, k.customer from unnest($1, $2, $3) as k (store, channel, customer)
              cross join lateral (
                select * from outbox x where x.store = k.store and x.channel = k.channel and x.customer = k.customer and x.state < 3
                order by x.seq limit 1) o
              where o.state = 1 and o.mark = $4) c
            cross join lateral (select * from aliases x where x.store = c.store and x.customer = c.customer offset 0) a
            order by a.kind
            """,
            ReadAlias, keys.Stores, keys.Channels, keys.Customers, mark);
    }

    private List<CustomerAlias> Aliases(LaneKey lane) => _aliases.GetValueOrDefault((lane.Store.Value, lane.Customer.Value)) ?? [];

    private void ReadLane(NpgsqlDataReader row)
    {
        var lane = LaneColumns.Read(row);
        _lanes[lane] = new LaneWork
        {
            Lane = lane, Fence = row.GetInt64(3), LeaseUntil = row.GetFieldValue<DateTimeOffset>(4),
            StateVersion = row.GetInt64(5), State = row.GetFieldValue<byte[]>(6), Events = [], Aliases = [],
        };
    }

    private void ReadEvent(NpgsqlDataReader row)
    {
        var lane = LaneColumns.Read(row);
        if (!_events.TryGetValue(lane, out var events))
            _events[lane] = events = [];
        events.Add(new LaneEvent(
            row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetFieldValue<byte[]>(6), row.GetFieldValue<DateTimeOffset>(7),
            row.GetInt32(8), row.IsDBNull(9) ? null : row.GetString(9)));
    }

    private void ReadSend(NpgsqlDataReader row)
    {
        var lane = LaneColumns.Read(row);
        _sends[lane] = new SendWork
        {
            Lane = lane, OutboxId = row.GetGuid(3), Attempt = row.GetInt32(4), MaybeDuplicate = row.GetBoolean(5),
            Payload = row.GetFieldValue<byte[]>(6), CreatedAt = row.GetFieldValue<DateTimeOffset>(7),
            TraceParent = row.IsDBNull(8) ? null : row.GetString(8), Aliases = [], LeaseUntil = row.GetFieldValue<DateTimeOffset>(9),
        };
    }

    private void ReadAlias(NpgsqlDataReader row)
    {
        var customer = (row.GetGuid(0), row.GetGuid(1));
        if (!_aliases.TryGetValue(customer, out var aliases))
            _aliases[customer] = aliases = [];
        aliases.Add(new CustomerAlias((AliasKind)row.GetInt16(2), row.GetString(3), row.GetFieldValue<byte[]>(4)));
    }
}
