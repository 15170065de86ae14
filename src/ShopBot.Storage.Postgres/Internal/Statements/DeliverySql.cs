namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>Deliveries of domain events, in order per lane.</summary>
internal static class DeliverySql
{
    private const string WorkColumns =
        "d.store_id, d.channel, d.customer_id, d.fence, d.lease_until, e.number, e.event_id, e.kind, e.payload, e.recorded_at, case when e.number = d.head_number then d.attempts else 0 end";

    private const string WorkJoin =
        """
        cross join lateral (
          select * from shopbot.events x
          where x.store_id = d.store_id and x.channel = d.channel and x.customer_id = d.customer_id and x.number >= d.head_number and x.number is not null
          order by x.number limit 32) e
        """;

    public const string Claim =
        $"""
        with recursive turn (store_id, wrapped) as (
          select (select x.store_id from shopbot.deliveries x where x.next_number > x.head_number and x.store_id > $1 order by x.store_id limit 1), false
          union all
          select (
            select x.store_id from shopbot.deliveries x
            where x.next_number > x.head_number and x.store_id > coalesce(t.store_id, '00000000-0000-0000-0000-000000000000') order by x.store_id limit 1),
            t.wrapped or t.store_id is null
          from turn t where not t.wrapped or t.store_id <= $1),
        pick as materialized (
          select p.*, row_number() over () as place from turn t
          cross join lateral (
            select x.store_id, x.channel, x.customer_id from shopbot.deliveries x
            where x.store_id = t.store_id and x.next_number > x.head_number and x.claim_at <= $2
            order by x.claim_at limit $3 for update skip locked) p
          where (not t.wrapped or t.store_id <= $1) and t.store_id <> all ($4)
          limit $5),
        d as (
          update shopbot.deliveries d set owner = $6, lease_until = $7, fence = d.fence + 1, mark = $8 from pick p
          where d.store_id = p.store_id and d.channel = p.channel and d.customer_id = p.customer_id
          returning d.*, p.place)
        select {WorkColumns} from d
        {WorkJoin}
        order by d.place, e.number
        """;

    /// <summary>Closes deliveries; the lease goes on while more wait and none must rest. Answers the ones that were the current ones.</summary>
    public const string Close =
        """
        with item as materialized (
          select i.*, least(greatest(d.head_number, i.through + 1), d.next_number) as new_head, d.head_number, d.next_number
          from (
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) as c (ord, store_id, channel, customer_id, owner, fence, through, retry_at, cause)
            order by store_id, channel collate "C", customer_id) i
          cross join lateral (
            select * from shopbot.deliveries x
            where x.store_id = i.store_id and x.channel = i.channel and x.customer_id = i.customer_id and x.owner = i.owner and x.fence = i.fence
            limit 1 for update) d),
        done as (
          update shopbot.deliveries d set
            head_number = i.new_head,
            attempts = case when i.new_head > d.head_number then 0 else d.attempts end + (i.retry_at is not null and i.next_number > i.new_head)::int,
            ready_at = case when i.retry_at is not null and i.next_number > i.new_head then i.retry_at else $10 end,
            owner = case when i.retry_at is null and i.next_number > i.new_head then d.owner end,
            lease_until = case when i.retry_at is null and i.next_number > i.new_head then $11 end,
            mark = $12
          from item i where d.store_id = i.store_id and d.channel = i.channel and d.customer_id = i.customer_id),
        given_up as (
          update shopbot.events e set cause = i.cause from item i
          where i.cause is not null and e.store_id = i.store_id and e.channel = i.channel and e.customer_id = i.customer_id
            and e.number = i.through and e.number is not null)
        select ord from item
        """;

    /// <summary>The next events of the deliveries that this call kept.</summary>
    public const string Load =
        $"""
        select {WorkColumns}
        from unnest($1, $2, $3) as k (store_id, channel, customer_id)
        cross join lateral (
          select * from shopbot.deliveries x
          where x.store_id = k.store_id and x.channel = k.channel and x.customer_id = k.customer_id and x.mark = $4 and x.owner is not null limit 1) d
        {WorkJoin}
        """;
}
