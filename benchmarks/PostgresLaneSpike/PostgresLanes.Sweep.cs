using ShopBot.Engine.Storage;

namespace PostgresLaneSpike;

internal sealed partial class PostgresLanes
{
    public async ValueTask<SweepResult> SweepAsync(SweepRequest request, CancellationToken cancellationToken = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var now = request.Now;
        var due = new HashSet<LaneKey>();
        var look = new SqlBatch(connection);
        look.Query(
            "select store, channel, customer from timers where due_at <= $1 order by due_at limit $2",
            row => due.Add(LaneColumns.Read(row)), now, request.MaxItems);
        await look.RunAsync(cancellationToken);

        var (fired, orphaned, released, uncertain, removed) = (0, 0, 0, 0, 0);
        var (isDue, next) = (false, (DateTimeOffset?)null);
        var batch = new SqlBatch(connection);
        if (due.Count > 0)
        {
            // Timers change only under their lane's lock, so the lane comes first here too.
            var lanes = LaneColumns.Of(due);
            batch.LockLanes(lanes);
            batch.Query(
                """
                with fired as (
                  delete from timers t using unnest($1, $2, $3) as k (store, channel, customer)
                  where t.store = k.store and t.channel = k.channel and t.customer = k.customer and t.due_at <= $4 returning t.*),
                event as (select *, row_number() over (partition by store, channel, customer order by due_at, name) as n from fired),
                lane as (
                  update lanes l set next_seq = l.next_seq + g.added, ready_at = case when l.next_seq = l.head_seq then $4 else l.ready_at end
                  from (select store, channel, customer, max(n) as added from event group by store, channel, customer) g
                  where l.store = g.store and l.channel = g.channel and l.customer = g.customer
                  returning l.store, l.channel, l.customer, l.next_seq - g.added as first),
                stored as (
                  insert into inbox (store, channel, customer, seq, event_key, kind, payload, occurred_at, stored_at)
                  select store, channel, customer, first + n - 1, 'timer:' || gen_random_uuid(), 'timer', payload, due_at, $4
                  from event join lane using (store, channel, customer))
                select count(*) from event
                """,
                row => fired = (int)row.GetInt64(0), lanes.Stores, lanes.Channels, lanes.Customers, now);
        }

        batch.Query(
            """
            with pick as (
              select store, id, state, class, due_at from outbox
              where state in (1, 2) and state < 3 and due_at <= case when state = 1 then $1 else $1 - $2 end
              order by store, id limit $3 for update skip locked),
            moved as (
              update outbox o set
                state = case when o.state = 1 then 2 when o.class = 0 then 0 else 5 end, due_at = $1,
                maybe_duplicate = o.maybe_duplicate or o.state = 2, closed_at = case when o.state = 2 and o.class = 1 then $1 end
              from pick p where o.store = p.store and o.id = p.id returning o.state)
            select count(*) filter (where state = 2), count(*) filter (where state = 0), count(*) filter (where state = 5) from moved
            """,
            row => (orphaned, released, uncertain) = ((int)row.GetInt64(0), (int)row.GetInt64(1), (int)row.GetInt64(2)),
            now, request.ReconcileAfter, request.MaxItems);
        foreach (var (table, past) in Removable)
        {
            batch.Query(
                $"""
                with gone as (delete from {table} where ctid in (select ctid from {table} t where {past} limit $2) returning 1)
                select count(*) from gone
                """,
                row => removed += (int)row.GetInt64(0), now - request.RetainFor, request.MaxItems);
        }

        batch.Query(
            """
            select exists (select 1 from lanes where next_seq > head_seq and ready_at <= $1)
                or exists (select 1 from outbox o cross join lateral (
                  select e.id from outbox e
                  where e.store = o.store and e.channel = o.channel and e.customer = o.customer and e.state < 3 order by e.seq limit 1) head
                  where o.state = 0 and o.state < 3 and o.due_at <= $1 and head.id = o.id),
              least(
                (select min(due_at) from timers),
                (select min(ready_at) from lanes where next_seq > head_seq and ready_at > $1),
                (select min(due_at) from outbox where state in (0, 1) and state < 3 and due_at > $1),
                (select min(due_at) + $2 from outbox where state = 2 and state < 3))
            """,
            row => (isDue, next) = (row.GetBoolean(0), row.IsDBNull(1) ? null : row.GetFieldValue<DateTimeOffset>(1)),
            now, request.ReconcileAfter);
        await batch.RunAsync(cancellationToken);
        return new SweepResult(fired, orphaned, released, uncertain, removed, isDue, next);
    }

    private static readonly (string Table, string Past)[] Removable =
    [
        ("event_keys", "seen_at < $1"),
        ("message_refs", "seen_at < $1"),
        ("outbox", "closed_at < $1"),
        ("inbox", """
            stored_at < $1 and not dead and exists (
            select 1 from lanes l where l.store = t.store and l.channel = t.channel and l.customer = t.customer and t.seq < l.head_seq)
            """),
    ];
}
