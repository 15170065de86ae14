namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>
/// Ending turns. <see cref="Settle"/> is what every turn needs; the rest is added only where a turn of the group has it, and reaches exactly the lanes that this call settled
/// (their mark says so).
/// </summary>
internal static class TurnSql
{
    /// <summary>
    /// Checks fence and version, moves the head, keeps or gives back the lease, writes the messages, and takes the first one to send when that is asked for.
    /// Answers per turn: 0 done, 1 stale, 2 refused, 3 done by this very call before its answer was lost. The lanes are locked.
    /// </summary>
    public const string Settle =
        """
        with turn as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            as t (ord, store_id, channel, customer_id, fence, version, state, through, parked, retry_at, control, send_as)),
        target as materialized (
          select t.*, l.head_seq, l.next_seq, l.head_position, l.next_position, l.send_state, l.send_at, l.has_steps,
            case
              when l.mark = $15 and l.fence = t.fence then 3
              when l.owner is null or l.fence <> t.fence or (t.version is not null and l.state_version <> t.version) then 1
              when t.parked is null and t.through >= l.next_seq then 2
              when t.parked is not null and (t.parked <> l.head_seq or l.head_seq = l.next_seq) then 2
              else 0 end as outcome,
            greatest(l.head_seq, t.through + 1) as new_head,
            t.send_as is not null and l.send_state = 0 and l.send_at <= $13 as takes_head
          from turn t
          cross join lateral (
            select * from shopbot.lanes x
            where x.store_id = t.store_id and x.channel = t.channel and x.customer_id = t.customer_id limit 1) l),
        ok as (select * from target where outcome = 0),
        message as materialized (
          select m.*, t.store_id, t.channel, t.customer_id, t.next_position, t.send_as, t.send_state,
            row_number() over (partition by m.ord order by m.n) as k
          from unnest($16, $17, $18, $19, $20, $21, $22) as m (ord, n, outbox_id, class, payload, trace_parent, wants_status)
          join ok t using (ord)
          where not exists (select 1 from shopbot.outbox o where o.store_id = t.store_id and o.outbox_id = m.outbox_id)),
        lane as (
          update shopbot.lanes l set
            state = coalesce(t.state, l.state), state_version = l.state_version + (t.version is not null)::int,
            head_seq = t.new_head, next_position = t.next_position + t.written,
            owner = case when t.goes_on then l.owner end, lease_until = case when t.goes_on then $14 end,
            ready_at = coalesce(t.retry_at, $13),
            send_state = case when t.takes then 1 when t.send_state is null and t.written > 0 then 0 else t.send_state end,
            send_at = case when t.takes then $14 when t.send_state is null and t.written > 0 then $13 else t.send_at end,
            send_mark = case when t.takes then $15 else l.send_mark end,
            control = coalesce(t.control, l.control), active_at = $13,
            has_steps = t.has_steps and t.new_head = t.head_seq, mark = $15
          from (
            select ok.*, coalesce(w.written, 0) as written, ok.retry_at is null and ok.next_seq > ok.new_head as goes_on,
              ok.takes_head or (ok.send_as is not null and ok.send_state is null and w.written > 0) as takes
            from ok left join (select ord, count(*) as written from message group by ord) w using (ord)) t
          where l.store_id = t.store_id and l.channel = t.channel and l.customer_id = t.customer_id),
        written as (
          insert into shopbot.outbox (
            store_id, outbox_id, channel, customer_id, position, class, payload, trace_parent, wants_status, created_at, state, attempt, owner)
          select store_id, outbox_id, channel, customer_id, next_position + k - 1, class, payload, trace_parent, wants_status, $13,
            f.now::int, f.now::int, case when f.now then send_as end
          from message m cross join lateral (select m.k = 1 and m.send_as is not null and m.send_state is null) f (now)),
        taken as (
          update shopbot.outbox o set state = 1, attempt = o.attempt + 1, owner = t.send_as from ok t
          where t.takes_head and o.store_id = t.store_id and o.channel = t.channel and o.customer_id = t.customer_id and o.position = t.head_position),
        forgotten as (
          delete from shopbot.steps s using ok t
          where t.has_steps and t.new_head > t.head_seq
            and s.store_id = t.store_id and s.channel = t.channel and s.customer_id = t.customer_id and s.seq < t.new_head)
        select ord, outcome from target
        """;

    private const string Settled =
        """
        cross join lateral (
          select x.* from shopbot.lanes x
          where x.store_id = t.store_id and x.channel = t.channel and x.customer_id = t.customer_id and x.mark = $4 limit 1) l
        """;

    /// <summary>Counts failed turns over an event; for good makes it a dead letter.</summary>
    public const string MarkFailed =
        $"""
        with failed as materialized (
          select t.* from unnest($1, $2, $3, $5, $6, $7) as t (store_id, channel, customer_id, seq, cause, parked_at)
          {Settled})
        update shopbot.inbox i set attempts = i.attempts + 1, cause = f.cause, parked_at = f.parked_at from failed f
        where i.store_id = f.store_id and i.channel = f.channel and i.customer_id = f.customer_id and i.seq = f.seq
        """;

    public const string SetTimers =
        $"""
        insert into shopbot.timers (store_id, channel, customer_id, name, due_at, payload)
        select t.* from (
          select * from unnest($1, $2, $3, $5, $6, $7) as t (store_id, channel, customer_id, name, due_at, payload)
          order by store_id, channel collate "C", customer_id, name collate "C") t
        {Settled}
        on conflict (store_id, channel, customer_id, name) do update set due_at = excluded.due_at, payload = excluded.payload
        """;

    public const string CancelTimers =
        $"""
        with cancelled as materialized (
          select t.* from unnest($1, $2, $3, $5) as t (store_id, channel, customer_id, name)
          {Settled})
        delete from shopbot.timers x using cancelled c
        where x.store_id = c.store_id and x.channel = c.channel and x.customer_id = c.customer_id and x.name = c.name
        """;

    // Facts to deliver are numbered in their lane; one that was logged before stays as it is.
    private const string WriteFacts =
        """
        added as (
          select store_id, channel, customer_id, count(*) as added from fact where deliver group by store_id, channel, customer_id),
        delivery as (
          insert into shopbot.deliveries as d (store_id, channel, customer_id, next_number, ready_at)
          select store_id, channel, customer_id, 1 + added, $5 from added order by store_id, channel collate "C", customer_id
          on conflict (store_id, channel, customer_id) do update set
            next_number = d.next_number + excluded.next_number - 1,
            ready_at = case when d.next_number = d.head_number then $5 else d.ready_at end
          returning d.store_id, d.channel, d.customer_id, d.next_number)
        insert into shopbot.events (store_id, event_id, channel, customer_id, kind, payload, recorded_at, number)
        select f.store_id, f.event_id, f.channel, f.customer_id, f.kind, f.payload, $5,
          case when f.deliver then d.next_number - a.added - 1 + row_number() over (partition by f.store_id, f.channel, f.customer_id, f.deliver order by f.n) end
        from fact f
        left join added a using (store_id, channel, customer_id)
        left join delivery d using (store_id, channel, customer_id)
        """;

    /// <summary>Logs the facts of the turns that this call settled.</summary>
    public const string AddFacts =
        $"""
        with fact as materialized (
          select t.* from unnest($1, $2, $3, $6, $7, $8, $9, $10) as t (store_id, channel, customer_id, n, event_id, kind, payload, deliver)
          {Settled}
          where not exists (select 1 from shopbot.events e where e.store_id = t.store_id and e.event_id = t.event_id)),
        {WriteFacts}
        """;

    /// <summary>Logs the facts of the sends that this call closed: of that attempt, at this time.</summary>
    public const string AddSendFacts =
        $"""
        with fact as materialized (
          select t.* from unnest($1, $2, $3, $6, $7, $8, $9, $10, $4, $11) as t (
            store_id, channel, customer_id, n, event_id, kind, payload, deliver, outbox_id, attempt)
          cross join lateral (
            select 1 from shopbot.outbox o
            where o.store_id = t.store_id and o.outbox_id = t.outbox_id and o.attempt = t.attempt and o.state in (3, 4) and o.closed_at = $5 limit 1) o
          where not exists (select 1 from shopbot.events e where e.store_id = t.store_id and e.event_id = t.event_id)),
        {WriteFacts}
        """;

    /// <summary>Keeps results of steps; the first result of a step stays.</summary>
    public const string KeepSteps =
        """
        with item as materialized (
          select t.* from unnest($1, $2, $3, $4, $5, $6, $7, $8) as t (ord, store_id, channel, customer_id, fence, seq, step, result)
          cross join lateral (
            select 1 from shopbot.lanes l
            where l.store_id = t.store_id and l.channel = t.channel and l.customer_id = t.customer_id
              and l.owner is not null and l.fence = t.fence and l.head_seq = t.seq and l.next_seq > l.head_seq limit 1) l),
        kept as (
          insert into shopbot.steps (store_id, channel, customer_id, seq, step, result, kept_at)
          select store_id, channel, customer_id, seq, step, result, $9 from item order by store_id, channel collate "C", customer_id, seq, step collate "C", ord
          on conflict do nothing),
        flagged as (
          update shopbot.lanes l set has_steps = true from (select distinct store_id, channel, customer_id from item) i
          where l.store_id = i.store_id and l.channel = i.channel and l.customer_id = i.customer_id)
        select ord from item
        """;

    /// <summary>What an absorbing turn must know before it begins: both lanes are locked.</summary>
    public const string ReadLeases =
        """
        select k.ord, l.owner is not null, l.fence, l.next_seq, l.state_version, l.mark
        from unnest($1, $2, $3) with ordinality as k (store_id, channel, customer_id, ord)
        cross join lateral (
          select * from shopbot.lanes x where x.store_id = k.store_id and x.channel = k.channel and x.customer_id = k.customer_id limit 1) l
        order by k.ord
        """;

    /// <summary>Puts what waits in one lane ($3) behind what waits in another ($4) of the same store and channel; the first one ends.</summary>
    public const string AbsorbEvents =
        """
        with old as materialized (
          select * from shopbot.lanes l where l.store_id = $1 and l.channel = $2 and l.customer_id = $3),
        moved as materialized (
          delete from shopbot.inbox i using old
          where i.store_id = $1 and i.channel = $2 and i.customer_id = $3 and i.seq >= old.head_seq returning i.*),
        placed as (select m.*, row_number() over (order by m.seq) as n from moved m),
        lane as (
          update shopbot.lanes l set
            next_seq = l.next_seq + (select count(*) from moved), inbound_at = greatest(l.inbound_at, old.inbound_at), active_at = $5
          from old where l.store_id = $1 and l.channel = $2 and l.customer_id = $4
          returning l.next_seq - (select count(*) from moved) as first),
        stored as (
          insert into shopbot.inbox (store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, accepted_at, trace_parent, attempts)
          select p.store_id, p.channel, $4, lane.first + p.n - 1, p.event_key, p.kind, p.payload, p.occurred_at, $5, p.trace_parent, p.attempts
          from placed p cross join lane),
        forgotten as (
          delete from shopbot.steps s where s.store_id = $1 and s.channel = $2 and s.customer_id = $3)
        update shopbot.lanes l set
          head_seq = l.next_seq, owner = null, lease_until = null, state = '', state_version = l.state_version + 1, has_steps = false, absorbed = true
        where l.store_id = $1 and l.channel = $2 and l.customer_id = $3
        """;

    /// <summary>The timers go too, unless the other lane has one of that name.</summary>
    public const string AbsorbTimers =
        """
        with moved as (
          delete from shopbot.timers t where t.store_id = $1 and t.channel = $2 and t.customer_id = $3 returning t.*)
        insert into shopbot.timers (store_id, channel, customer_id, name, due_at, payload)
        select store_id, channel, $4, name, due_at, payload from moved on conflict do nothing
        """;
}
