namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>Messages on their way out. What decides when a lane sends stands on the lane, so that claims lock and skip lanes, never messages.</summary>
internal static class SendSql
{
    private const string WorkColumns =
        """
        l.store_id, l.channel, l.customer_id, o.outbox_id, o.attempt, l.send_at, o.maybe_duplicate, o.payload, o.created_at, o.trace_parent, l.inbound_at,
          a.kinds, a.hashes, a."values"
        """;

    /// <summary>
    /// Ends attempts and takes the lane's next message for the same owner. The answer counts for the owner of the current attempt. The lanes are locked.
    /// Answers per send: 0 done, 1 stale.
    /// </summary>
    public const string Close =
        """
        with item as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            as s (ord, store_id, channel, customer_id, outbox_id, owner, attempt, outcome, ref, message_id, retry_at, code)),
        target as materialized (
          select i.*, o.state, o.position, l.head_position, l.send_state, l.send_at, l.send_mark,
            o.position = l.head_position and o.state < 3 as is_head,
            o.owner = i.owner and o.attempt = i.attempt and case i.outcome
              when 0 then o.state < 3 or o.state = 5
              when 1 then o.state < 3 or o.state = 5
              when 2 then o.state < 3
              else o.state = 1 end as counts,
            o.owner = i.owner and o.attempt = i.attempt and l.send_mark = $15 as did
          from item i
          cross join lateral (
            select * from shopbot.lanes x where x.store_id = i.store_id and x.channel = i.channel and x.customer_id = i.customer_id limit 1) l
          cross join lateral (
            select * from shopbot.outbox x
            where x.store_id = i.store_id and x.outbox_id = i.outbox_id and x.channel = i.channel and x.customer_id = i.customer_id limit 1) o),
        -- What is the lane's first open message afterwards, and may it go now?
        plan as materialized (
          select t.*, counts is true as ok,
            case when t.counts and t.is_head and t.outcome < 2 then n.position
              when t.counts and t.is_head then t.position
              else t.head_position end as then_position,
            case when t.counts and t.is_head and t.outcome < 2 then case when n.position is not null then 0 end
              when t.counts and t.is_head and t.outcome = 2 then 0
              when t.counts and t.is_head then 2
              else t.send_state end as then_state,
            case when t.counts and t.is_head and t.outcome < 2 then $13
              when t.counts and t.is_head and t.outcome = 2 then coalesce(t.retry_at, $13)
              when t.counts and t.is_head then $13
              else t.send_at end as then_at
          from target t left join lateral (
            select o.position from shopbot.outbox o
            where t.counts and t.is_head and t.outcome < 2
              and o.store_id = t.store_id and o.channel = t.channel and o.customer_id = t.customer_id and o.position > t.position
            order by o.position limit 1) n on true),
        met as (
          insert into shopbot.message_refs as m (store_id, ref, outbox_id, heard_at)
          select store_id, ref, outbox_id, $13 from plan where ok and outcome = 0 and ref is not null order by store_id, ref collate "C"
          on conflict (store_id, ref) do update set outbox_id = excluded.outbox_id
          returning m.*),
        closed as (
          update shopbot.outbox o set
            state = case when p.outcome = 0 then 3 when p.outcome = 1 then 4 when p.outcome = 3 then 2 when p.again then 1 else 0 end,
            attempt = o.attempt + (p.outcome = 2 and p.again)::int,
            closed_at = case when p.outcome < 2 then $13 end,
            message_ref = case when p.outcome = 0 then p.ref else o.message_ref end,
            message_id = case when p.outcome = 0 then p.message_id else o.message_id end,
            delivery = greatest(o.delivery, p.heard),
            error_code = case when p.outcome <> 0 then p.code when p.heard > o.delivery then p.heard_code end,
            price_category = coalesce(o.price_category, p.price_category), price_type = coalesce(o.price_type, p.price_type),
            price_billable = coalesce(o.price_billable, p.price_billable)
          from (
            select plan.*, plan.is_head and plan.then_state = 0 and plan.then_at <= $13 as again, m.delivery as heard, m.error_code as heard_code,
              m.price_category, m.price_type, m.price_billable
            from plan left join met m on m.store_id = plan.store_id and m.ref = plan.ref where plan.ok) p
          where o.store_id = p.store_id and o.outbox_id = p.outbox_id),
        taken as (
          update shopbot.outbox o set state = 1, attempt = o.attempt + 1, owner = p.owner from plan p
          where p.then_state = 0 and p.then_at <= $13 and not (p.ok and p.is_head and p.outcome = 2)
            and o.store_id = p.store_id and o.channel = p.channel and o.customer_id = p.customer_id and o.position = p.then_position),
        lane as (
          update shopbot.lanes l set
            head_position = coalesce(p.then_position, p.position + 1),
            send_state = case when p.then_state = 0 and p.then_at <= $13 then 1 else p.then_state end,
            send_at = case when p.then_state = 0 and p.then_at <= $13 then $14 when p.then_state is not null then p.then_at end,
            send_mark = case when (p.ok and p.is_head) or (p.then_state = 0 and p.then_at <= $13) then $15 else l.send_mark end,
            active_at = case when p.ok and p.outcome < 2 then $13 else l.active_at end
          from plan p where l.store_id = p.store_id and l.channel = p.channel and l.customer_id = p.customer_id)
        select ord, case when ok or did then 0 else 1 end from plan
        """;

    /// <summary>The messages that this call took to send.</summary>
    public const string Load =
        $"""
        select {WorkColumns}
        from unnest($1, $2, $3) as k (store_id, channel, customer_id)
        cross join lateral (
          select * from shopbot.lanes x
          where x.store_id = k.store_id and x.channel = k.channel and x.customer_id = k.customer_id and x.send_mark = $4 and x.send_state = 1 limit 1) l
        cross join lateral (
          select * from shopbot.outbox x
          where x.store_id = l.store_id and x.channel = l.channel and x.customer_id = l.customer_id and x.position = l.head_position limit 1) o
        {LaneSql.Aliases}
        """;

    /// <summary>Takes due messages, one per lane, store by store from the one after the last served, the oldest of a store first.</summary>
    public const string Claim =
        $"""
        with recursive turn (store_id, wrapped) as (
          select (select x.store_id from shopbot.lanes x where x.send_state = 0 and x.store_id > $1 order by x.store_id limit 1), false
          union all
          select (
            select x.store_id from shopbot.lanes x
            where x.send_state = 0 and x.store_id > coalesce(t.store_id, '00000000-0000-0000-0000-000000000000') order by x.store_id limit 1),
            t.wrapped or t.store_id is null
          from turn t where not t.wrapped or t.store_id <= $1),
        pick as materialized (
          select p.*, row_number() over () as place from turn t
          cross join lateral (
            select x.store_id, x.channel, x.customer_id, x.head_position from shopbot.lanes x
            where x.store_id = t.store_id and x.send_state = 0 and x.send_at <= $2
            order by x.send_at limit $3 for update skip locked) p
          where (not t.wrapped or t.store_id <= $1) and t.store_id <> all ($4)
          limit $5),
        l as (
          update shopbot.lanes l set send_state = 1, send_at = $7, send_mark = $8 from pick p
          where l.store_id = p.store_id and l.channel = p.channel and l.customer_id = p.customer_id
          returning l.*, p.place),
        o as (
          update shopbot.outbox o set state = 1, attempt = o.attempt + 1, owner = $6 from pick p
          where o.store_id = p.store_id and o.channel = p.channel and o.customer_id = p.customer_id and o.position = p.head_position
          returning o.*)
        select {WorkColumns} from l join o using (store_id, channel, customer_id)
        {LaneSql.Aliases}
        order by l.place
        """;

    /// <summary>Sends in flight that need a look: their owner's lease ended, or nobody knew for long enough.</summary>
    public const string FindStuck =
        """
        (select store_id, channel, customer_id from shopbot.lanes where send_state = 1 and send_state > 0 and send_at <= $1 order by send_at limit $3)
        union all
        (select store_id, channel, customer_id from shopbot.lanes where send_state = 2 and send_state > 0 and send_at <= $2 order by send_at limit $3)
        """;

    /// <summary>
    /// Of the lanes given, which are locked: a send whose lease ended is of unknown outcome; one that stayed so is sent again, flagged, or when it costs money stays uncertain.
    /// </summary>
    public const string Unstick =
        """
        with stuck as materialized (
          select l.*, o.class from unnest($1, $2, $3) as k (store_id, channel, customer_id)
          cross join lateral (
            select * from shopbot.lanes x
            where x.store_id = k.store_id and x.channel = k.channel and x.customer_id = k.customer_id
              and ((x.send_state = 1 and x.send_at <= $4) or (x.send_state = 2 and x.send_at <= $5)) limit 1) l
          cross join lateral (
            select * from shopbot.outbox x
            where x.store_id = l.store_id and x.channel = l.channel and x.customer_id = l.customer_id and x.position = l.head_position limit 1) o),
        moved as (
          update shopbot.outbox o set
            state = case when s.send_state = 1 then 2 when s.class = 0 then 0 else 5 end,
            maybe_duplicate = o.maybe_duplicate or (s.send_state = 2 and s.class = 0),
            closed_at = case when s.send_state = 2 and s.class = 1 then $4 end
          from stuck s where o.store_id = s.store_id and o.channel = s.channel and o.customer_id = s.customer_id and o.position = s.head_position),
        lane as (
          update shopbot.lanes l set
            head_position = case when s.uncertain then s.head_position + 1 else s.head_position end,
            send_state = case when s.send_state = 1 then 2 when not s.uncertain or n.position is not null then 0 end,
            send_at = case when not s.uncertain or n.position is not null then $4 end
          from (select stuck.*, stuck.send_state = 2 and stuck.class = 1 as uncertain from stuck) s
          left join lateral (
            select x.position from shopbot.outbox x
            where s.uncertain and x.store_id = s.store_id and x.channel = s.channel and x.customer_id = s.customer_id and x.position > s.head_position
            order by x.position limit 1) n on true
          where l.store_id = s.store_id and l.channel = s.channel and l.customer_id = s.customer_id)
        select count(*) filter (where send_state = 1), count(*) filter (where send_state = 2 and class = 0), count(*) filter (where send_state = 2 and class = 1)
        from stuck
        """;
}
