namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>
/// Removes what was finished long ago, in batches. Waiting events, open messages, dead letters and undelivered facts stay. Each call looks at some stores and the next one goes on behind them:
/// <c>$1</c> the store after which to begin, <c>$2</c> rows up to when, <c>$3</c> how many rows, <c>$4</c> how many stores. Answers how many rows went and the last store looked at.
/// Rows that another host removes just now are skipped.
/// </summary>
internal static class RetentionSql
{
    public static readonly string[] All = [Seen, MessageRefs, Inbox, Outbox, Events];

    private const string Seen =
        """
        with recursive store (store_id, n) as (
          (select x.store_id, 1 from shopbot.seen x where x.store_id > $1 order by x.store_id limit 1)
          union all
          select (select x.store_id from shopbot.seen x where x.store_id > s.store_id order by x.store_id limit 1), s.n + 1
          from store s where s.store_id is not null and s.n < $4),
        old as materialized (
          select o.* from store s cross join lateral (
            select x.store_id, x.event_key from shopbot.seen x where x.store_id = s.store_id and x.seen_at <= $2
            order by x.seen_at limit $3 for update skip locked) o
          limit $3),
        gone as (delete from shopbot.seen t using old o where t.store_id = o.store_id and t.event_key = o.event_key returning 1)
        select (select count(*) from gone), (select s.store_id from store s where s.n = $4)
        """;

    private const string MessageRefs =
        """
        with recursive store (store_id, n) as (
          (select x.store_id, 1 from shopbot.message_refs x where x.store_id > $1 order by x.store_id limit 1)
          union all
          select (select x.store_id from shopbot.message_refs x where x.store_id > s.store_id order by x.store_id limit 1), s.n + 1
          from store s where s.store_id is not null and s.n < $4),
        old as materialized (
          select o.* from store s cross join lateral (
            select x.store_id, x.ref from shopbot.message_refs x where x.store_id = s.store_id and x.heard_at <= $2
            order by x.heard_at limit $3 for update skip locked) o
          limit $3),
        gone as (delete from shopbot.message_refs t using old o where t.store_id = o.store_id and t.ref = o.ref returning 1)
        select (select count(*) from gone), (select s.store_id from store s where s.n = $4)
        """;

    private const string Inbox =
        """
        with recursive store (store_id, n) as (
          (select x.store_id, 1 from shopbot.inbox x where x.store_id > $1 order by x.store_id limit 1)
          union all
          select (select x.store_id from shopbot.inbox x where x.store_id > s.store_id order by x.store_id limit 1), s.n + 1
          from store s where s.store_id is not null and s.n < $4),
        old as materialized (
          select o.* from store s cross join lateral (
            select x.store_id, x.channel, x.customer_id, x.seq from shopbot.inbox x
            where x.store_id = s.store_id and x.accepted_at <= $2 and x.parked_at is null and not exists (
              select 1 from shopbot.lanes l
              where l.store_id = x.store_id and l.channel = x.channel and l.customer_id = x.customer_id and l.head_seq <= x.seq)
            order by x.accepted_at limit $3 for update skip locked) o
          limit $3),
        gone as (
          delete from shopbot.inbox t using old o
          where t.store_id = o.store_id and t.channel = o.channel and t.customer_id = o.customer_id and t.seq = o.seq returning 1)
        select (select count(*) from gone), (select s.store_id from store s where s.n = $4)
        """;

    private const string Outbox =
        """
        with recursive store (store_id, n) as (
          (select x.store_id, 1 from shopbot.outbox x where x.store_id > $1 order by x.store_id limit 1)
          union all
          select (select x.store_id from shopbot.outbox x where x.store_id > s.store_id order by x.store_id limit 1), s.n + 1
          from store s where s.store_id is not null and s.n < $4),
        old as materialized (
          select o.* from store s cross join lateral (
            select x.store_id, x.outbox_id from shopbot.outbox x
            where x.store_id = s.store_id and x.created_at <= $2 and x.state > 2 and x.closed_at <= $2
            order by x.created_at limit $3 for update skip locked) o
          limit $3),
        gone as (delete from shopbot.outbox t using old o where t.store_id = o.store_id and t.outbox_id = o.outbox_id returning 1)
        select (select count(*) from gone), (select s.store_id from store s where s.n = $4)
        """;

    private const string Events =
        """
        with recursive store (store_id, n) as (
          (select x.store_id, 1 from shopbot.events x where x.store_id > $1 order by x.store_id limit 1)
          union all
          select (select x.store_id from shopbot.events x where x.store_id > s.store_id order by x.store_id limit 1), s.n + 1
          from store s where s.store_id is not null and s.n < $4),
        old as materialized (
          select o.* from store s cross join lateral (
            select x.store_id, x.event_id from shopbot.events x
            where x.store_id = s.store_id and x.recorded_at <= $2 and not exists (
              select 1 from shopbot.deliveries d
              where d.store_id = x.store_id and d.channel = x.channel and d.customer_id = x.customer_id and d.head_number <= x.number)
            order by x.recorded_at limit $3 for update skip locked) o
          limit $3),
        gone as (delete from shopbot.events t using old o where t.store_id = o.store_id and t.event_id = o.event_id returning 1)
        select (select count(*) from gone), (select s.store_id from store s where s.n = $4)
        """;
}
