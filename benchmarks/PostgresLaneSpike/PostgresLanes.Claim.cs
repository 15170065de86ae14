using ShopBot.Engine.Storage;

namespace PostgresLaneSpike;

internal sealed partial class PostgresLanes
{
    /// <summary>Two round trips: one commit that leases, then a read. Between them only the new owner may change what is read.</summary>
    public async ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var mark = Guid.NewGuid();
        var keys = new HashSet<LaneKey>();
        var claim = new SqlBatch(connection);
        claim.Query(
            """
            with pick as (
              select store, channel, customer from lanes where next_seq > head_seq and ready_at <= $1
              order by ready_at limit $2 for update skip locked)
            update lanes l set owner = $3, fence = l.fence + 1, ready_at = $4, mark = $5 from pick p
            where l.store = p.store and l.channel = p.channel and l.customer = p.customer
            returning l.store, l.channel, l.customer
            """,
            row => keys.Add(LaneColumns.Read(row)), request.Now, request.MaxLanes, request.Owner, request.Now + request.Lease, mark);
        // No lane lock: once all earlier rows are closed they stay closed, and no row is ever written before an older one.
        claim.Query(
            """
            with pick as (
              select o.store, o.id from outbox o
              cross join lateral (
                select e.id from outbox e
                where e.store = o.store and e.channel = o.channel and e.customer = o.customer and e.state < 3 order by e.seq limit 1) head
              where o.state = 0 and o.state < 3 and o.due_at <= $1 and head.id = o.id
              order by o.due_at limit $2 for update of o skip locked)
            update outbox o set state = 1, owner = $3, attempt = o.attempt + 1, due_at = $4, mark = $5 from pick p
            where o.store = p.store and o.id = p.id
            returning o.store, o.channel, o.customer
            """,
            row => keys.Add(LaneColumns.Read(row)), request.Now, request.MaxSends, request.Owner, request.Now + request.Lease, mark);
        await claim.RunAsync(cancellationToken);
        if (keys.Count == 0)
            return new ClaimResult([], []);

        var read = new SqlBatch(connection);
        var load = new LaneLoad(mark);
        load.AddTo(read, LaneColumns.Of(keys));
        await read.RunAsync(cancellationToken);
        return new ClaimResult([.. load.Lanes], [.. load.Sends]);
    }

    public async ValueTask<IReadOnlyList<bool>> RenewAsync(IReadOnlyList<RenewItem> items, CancellationToken cancellationToken = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var kept = new bool[items.Count];
        var lanes = LaneColumns.Of(items.Select(i => i.Lane));
        var batch = new SqlBatch(connection);
        batch.LockLanes(lanes);
        batch.Query(
            """
            update lanes l set ready_at = r.until from unnest($1, $2, $3, $4, $5, $6) as r (ord, store, channel, customer, fence, until)
            where l.store = r.store and l.channel = r.channel and l.customer = r.customer and l.fence = r.fence and l.owner is not null
            returning r.ord
            """,
            row => kept[row.GetInt32(0)] = true,
            Enumerable.Range(0, items.Count).ToArray(), lanes.Stores, lanes.Channels, lanes.Customers,
            items.Select(i => i.Fence).ToArray(), items.Select(i => i.Until.ToUniversalTime()).ToArray());
        await batch.RunAsync(cancellationToken);
        return kept;
    }
}
