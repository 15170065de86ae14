namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>Putting events into their lanes.</summary>
internal static class AppendSql
{
    /// <summary>
    /// Keys, places, events, notes and leases in one statement. An upsert finds a lane by its key, makes it when it is new and locks it, in key order.
    /// Lanes whose messages a status may close ($17 to $19) are locked in the same pass.
    /// </summary>
    public const string Store =
        """
        with item as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            as t (ord, store_id, event_key, sort, channel, customer_id, kind, payload, occurred_at, trace_parent, inbound_at, take)),
        fresh as (
          insert into shopbot.seen (store_id, event_key, seen_at, mark)
          select store_id, event_key, $13, $14 from item order by store_id, event_key collate "C"
          on conflict do nothing returning store_id, event_key),
        event as (
          select i.*, row_number() over (partition by i.store_id, i.channel, i.customer_id order by i.ord) as n
          from item i join fresh using (store_id, event_key) where i.sort = 0),
        grown as (
          select store_id, channel, customer_id, sum(added) as added, bool_or(take) as take, max(inbound_at) as inbound_at from (
            select store_id, channel, customer_id, 1 as added, take, inbound_at from event
            union all
            select k.*, 0, false, null from unnest($17, $18, $19) as k (store_id, channel, customer_id)) g
          group by store_id, channel, customer_id),
        lane as (
          insert into shopbot.lanes as l (
            store_id, channel, customer_id, next_seq, ready_at, owner, lease_until, fence, mark, inbound_at, active_at)
          select store_id, channel, customer_id, 1 + added, $13, case when take then $15 end, case when take then $16 end, take::int,
            case when take then $14 else 0 end, inbound_at, $13
          from grown order by store_id, channel collate "C", customer_id
          on conflict (store_id, channel, customer_id) do update set
            next_seq = l.next_seq + excluded.next_seq - 1,
            ready_at = case when l.next_seq = l.head_seq then $13 else l.ready_at end,
            inbound_at = greatest(l.inbound_at, excluded.inbound_at),
            active_at = case when excluded.next_seq > 1 then $13 else l.active_at end,
            (owner, lease_until, fence, mark) = (
              select case when idle then excluded.owner else l.owner end, case when idle then excluded.lease_until else l.lease_until end,
                l.fence + idle::int, case when idle then excluded.mark else l.mark end
              from (select excluded.owner is not null and (l.owner is null or l.lease_until <= $13) and (l.next_seq = l.head_seq or l.ready_at <= $13)) i (idle))
          returning l.store_id, l.channel, l.customer_id, l.next_seq, l.mark = $14 as taken),
        placed as (
          select e.*, l.next_seq - g.added + e.n - 1 as seq, l.taken and e.n = 1 as first
          from event e join grown g using (store_id, channel, customer_id) join lane l using (store_id, channel, customer_id)),
        stored as (
          insert into shopbot.inbox (store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, accepted_at, trace_parent)
          select store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, $13, trace_parent from placed),
        noted as (
          insert into shopbot.events (store_id, event_id, event_key, kind, payload, recorded_at)
          select store_id, gen_random_uuid(), event_key, kind, payload, $13 from item join fresh using (store_id, event_key) where sort = 2)
        select i.ord, coalesce(p.seq, 0)::bigint, coalesce(p.first, false)
        from item i join fresh using (store_id, event_key) left join placed p using (ord)
        """;

    /// <summary>Which keys are there, and whether this very call put them there before its answer was lost.</summary>
    public const string Seen =
        """
        select k.ord, s.mark from unnest($1, $2, $3) as k (ord, store_id, event_key)
        cross join lateral (select x.mark from shopbot.seen x where x.store_id = k.store_id and x.event_key = k.event_key limit 1) s
        """;

    /// <summary>Where an event stands, of which only the key is known.</summary>
    public const string FindPlace =
        """
        select k.ord, i.seq from unnest($1, $2, $3, $4, $5) as k (ord, store_id, channel, customer_id, event_key)
        cross join lateral (
          select x.seq from shopbot.inbox x
          where x.store_id = k.store_id and x.channel = k.channel and x.customer_id = k.customer_id and x.event_key = k.event_key
          order by x.seq desc limit 1) i
        """;

    /// <summary>Puts a dead letter back at the end of its lane, which is locked. Answers whether it is there, whether the key is new, its place, and whether the lane was leased.</summary>
    public const string Replay =
        """
        with letter as (
          select * from shopbot.inbox i where i.store_id = $1 and i.channel = $2 and i.customer_id = $3 and i.seq = $4 and i.parked_at is not null),
        fresh as (
          insert into shopbot.seen (store_id, event_key, seen_at, mark) select store_id, $5, $6, $7 from letter on conflict do nothing returning store_id),
        gone as (
          delete from shopbot.inbox i using fresh f where i.store_id = $1 and f.store_id = $1 and i.channel = $2 and i.customer_id = $3 and i.seq = $4),
        lane as (
          update shopbot.lanes l set
            next_seq = l.next_seq + 1, ready_at = case when l.next_seq = l.head_seq then $6 else l.ready_at end, active_at = $6,
            owner = case when i.idle then $8 else l.owner end, lease_until = case when i.idle then $9 else l.lease_until end,
            fence = l.fence + i.idle::int, mark = case when i.idle then $7 else l.mark end
          from fresh f cross join lateral (
            select $8::text is not null and (x.owner is null or x.lease_until <= $6) and (x.next_seq = x.head_seq or x.ready_at <= $6) as idle from shopbot.lanes x
            where x.store_id = $1 and x.channel = $2 and x.customer_id = $3) i
          where l.store_id = $1 and l.channel = $2 and l.customer_id = $3
          returning l.next_seq - 1 as seq, l.mark = $7 as taken),
        stored as (
          insert into shopbot.inbox (store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, accepted_at, trace_parent)
          select p.store_id, p.channel, p.customer_id, l.seq, p.event_key, p.kind, p.payload, p.occurred_at, $6, p.trace_parent from letter p cross join lane l)
        select exists (select 1 from letter), coalesce((select seq from lane), 0), coalesce((select taken from lane), false),
          exists (select 1 from shopbot.seen s where s.store_id = $1 and s.event_key = $5)
        """;
}
