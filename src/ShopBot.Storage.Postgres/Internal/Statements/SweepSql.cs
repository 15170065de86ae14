namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>The safety net.</summary>
internal static class SweepSql
{
    /// <summary>Looks only: timers change under their lane's lock, and the lane comes first here too.</summary>
    public const string FindTimers = "select store_id, channel, customer_id, name from shopbot.timers where due_at <= $1 order by due_at limit $2";

    /// <summary>Turns the timers given, which are still due, into events of their lanes, which are locked.</summary>
    public const string FireTimers =
        """
        with key as materialized (
          select k.* from unnest($1, $2, $3, $4) as k (store_id, channel, customer_id, name)
          cross join lateral (
            select 1 from shopbot.timers x
            where x.store_id = k.store_id and x.channel = k.channel and x.customer_id = k.customer_id and x.name = k.name and x.due_at <= $5 limit 1) x),
        fired as (
          delete from shopbot.timers t using key k
          where t.store_id = k.store_id and t.channel = k.channel and t.customer_id = k.customer_id and t.name = k.name returning t.*),
        event as (select *, row_number() over (partition by store_id, channel, customer_id order by due_at, name) as n from fired),
        lane as (
          update shopbot.lanes l set
            next_seq = l.next_seq + g.added, ready_at = case when l.next_seq = l.head_seq then $5 else l.ready_at end, active_at = $5
          from (select store_id, channel, customer_id, count(*) as added from event group by store_id, channel, customer_id) g
          where l.store_id = g.store_id and l.channel = g.channel and l.customer_id = g.customer_id
          returning l.store_id, l.channel, l.customer_id, l.next_seq - g.added as first),
        stored as (
          insert into shopbot.inbox (store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, accepted_at)
          select store_id, channel, customer_id, first + n - 1, 'timer:' || name || ':' || floor(extract(epoch from due_at) * 1000)::bigint, 'timer', payload, due_at, $5
          from event join lane using (store_id, channel, customer_id))
        select count(*) from event
        """;

    /// <summary>Whether a claim would find something, when the next thing is due, and since when the lane waits that has waited longest.</summary>
    public const string Schedule =
        """
        with recursive waiting (store_id) as (
          (select x.store_id from shopbot.lanes x where x.next_seq > x.head_seq order by x.store_id limit 1)
          union all
          select (select x.store_id from shopbot.lanes x where x.next_seq > x.head_seq and x.store_id > t.store_id order by x.store_id limit 1)
          from waiting t where t.store_id is not null),
        sending (store_id) as (
          (select x.store_id from shopbot.lanes x where x.send_state = 0 order by x.store_id limit 1)
          union all
          select (select x.store_id from shopbot.lanes x where x.send_state = 0 and x.store_id > t.store_id order by x.store_id limit 1)
          from sending t where t.store_id is not null),
        delivering (store_id) as (
          (select x.store_id from shopbot.deliveries x where x.next_number > x.head_number order by x.store_id limit 1)
          union all
          select (select x.store_id from shopbot.deliveries x where x.next_number > x.head_number and x.store_id > t.store_id order by x.store_id limit 1)
          from delivering t where t.store_id is not null),
        lane as (
          select d.ready_at, n.claim_at from waiting t
          left join lateral (
            select x.ready_at from shopbot.lanes x where x.store_id = t.store_id and x.next_seq > x.head_seq and x.claim_at <= $1 order by x.claim_at limit 1) d on true
          left join lateral (
            select x.claim_at from shopbot.lanes x where x.store_id = t.store_id and x.next_seq > x.head_seq and x.claim_at > $1 order by x.claim_at limit 1) n on true),
        send as (
          select d.send_at as due_at, n.send_at from sending t
          left join lateral (
            select x.send_at from shopbot.lanes x where x.store_id = t.store_id and x.send_state = 0 and x.send_at <= $1 order by x.send_at limit 1) d on true
          left join lateral (
            select x.send_at from shopbot.lanes x where x.store_id = t.store_id and x.send_state = 0 and x.send_at > $1 order by x.send_at limit 1) n on true),
        delivery as (
          select d.claim_at as due_at, n.claim_at from delivering t
          left join lateral (
            select x.claim_at from shopbot.deliveries x where x.store_id = t.store_id and x.next_number > x.head_number and x.claim_at <= $1 order by x.claim_at limit 1) d on true
          left join lateral (
            select x.claim_at from shopbot.deliveries x where x.store_id = t.store_id and x.next_number > x.head_number and x.claim_at > $1 order by x.claim_at limit 1) n on true)
        select
          exists (select 1 from lane where ready_at is not null) or exists (select 1 from send where due_at is not null) or exists (select 1 from delivery where due_at is not null),
          least(
            (select due_at from shopbot.timers order by due_at limit 1),
            (select min(claim_at) from lane),
            (select min(send_at) from send),
            (select min(claim_at) from delivery),
            (select send_at from shopbot.lanes where send_state = 1 and send_state > 0 order by send_at limit 1),
            (select send_at from shopbot.lanes where send_state = 2 and send_state > 0 order by send_at limit 1) + $2),
          (select min(ready_at) from lane)
        """;
}
