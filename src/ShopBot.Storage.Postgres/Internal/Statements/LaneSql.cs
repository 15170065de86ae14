namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>
/// Lanes. Look-ups by key stand in a lateral subquery with a limit, which the planner cannot turn into anything but one index look-up per key.
/// Rows are locked in key order.
/// </summary>
internal static class LaneSql
{
    /// <summary>The first statement of whatever changes lanes.</summary>
    public const string Lock =
        """
        select 1 from (
          select * from unnest($1, $2, $3) as k (store_id, channel, customer_id) order by store_id, channel collate "C", customer_id) k
        cross join lateral (
          select 1 from shopbot.lanes l
          where l.store_id = k.store_id and l.channel = k.channel and l.customer_id = k.customer_id limit 1 for update) l
        """;

    public const string Renew =
        """
        with item as (
          select r.ord, r.until, l.store_id, l.channel, l.customer_id from (
            select * from unnest($1, $2, $3, $4, $5, $6) as r (ord, store_id, channel, customer_id, fence, until)
            order by store_id, channel collate "C", customer_id) r
          cross join lateral (
            select x.store_id, x.channel, x.customer_id from shopbot.lanes x
            where x.store_id = r.store_id and x.channel = r.channel and x.customer_id = r.customer_id and x.fence = r.fence and x.owner is not null
            limit 1 for update) l)
        update shopbot.lanes l set lease_until = i.until, owner = case when i.until is not null then l.owner end from item i
        where l.store_id = i.store_id and l.channel = i.channel and l.customer_id = i.customer_id
        returning i.ord
        """;

    /// <summary>Who a customer is reached as: his own aliases, or those of the one he was merged into. Of the lane <c>l</c>.</summary>
    public const string Aliases =
        """
        cross join lateral (
          select array_agg(x.kind) as kinds, array_agg(x.hash) as hashes, array_agg(x.value) as "values" from (
            select a.kind, a.hash, a.value from shopbot.customer_aliases a
            where a.store_id = l.store_id and a.customer_id = (
              select coalesce(c.merged_into, c.customer_id) from shopbot.customers c where c.store_id = l.store_id and c.customer_id = l.customer_id)
            order by a.kind, a.linked_at desc) x) a
        """;

    private const string WorkColumns =
        """
        l.store_id, l.channel, l.customer_id, l.fence, l.lease_until, l.state_version, l.inbound_at,
          e.seq is null or e.seq = l.head_seq,
          case when e.seq is null or e.seq = l.head_seq then l.state end,
          case when e.seq is null or e.seq = l.head_seq then a.kinds end, a.hashes, a."values",
          case when e.seq = l.head_seq then s.steps end, s.results,
          e.seq, e.event_key, e.kind, e.payload, e.occurred_at, e.attempts, e.trace_parent
        """;

    private const string WorkJoins =
        $"""
        {Aliases}
        cross join lateral (
          select array_agg(x.step) as steps, array_agg(x.result) as results from (
            select k.step, k.result from shopbot.steps k
            where l.has_steps and k.store_id = l.store_id and k.channel = l.channel and k.customer_id = l.customer_id and k.seq = l.head_seq
            order by k.kept_at) x) s
        left join lateral (
          select * from shopbot.inbox i
          where i.store_id = l.store_id and i.channel = l.channel and i.customer_id = l.customer_id and i.seq >= l.head_seq
          order by i.seq limit 32) e on true
        """;

    /// <summary>The lanes that this call leased, or settled and kept, each with its first events.</summary>
    public const string Load =
        $"""
        select {WorkColumns}
        from unnest($1, $2, $3) with ordinality as k (store_id, channel, customer_id, ord)
        cross join lateral (
          select * from shopbot.lanes x
          where x.store_id = k.store_id and x.channel = k.channel and x.customer_id = k.customer_id and x.mark = $4 and x.owner is not null limit 1) l
        {WorkJoins}
        order by k.ord, e.seq
        """;

    /// <summary>Leases ready lanes, store by store from the one after the last served, the oldest of a store first.</summary>
    public const string Claim =
        $"""
        with recursive turn (store_id, wrapped) as (
          select (select x.store_id from shopbot.lanes x where x.next_seq > x.head_seq and x.store_id > $1 order by x.store_id limit 1), false
          union all
          select (
            select x.store_id from shopbot.lanes x
            where x.next_seq > x.head_seq and x.store_id > coalesce(t.store_id, '00000000-0000-0000-0000-000000000000') order by x.store_id limit 1),
            t.wrapped or t.store_id is null
          from turn t where not t.wrapped or t.store_id <= $1),
        pick as (
          select p.*, row_number() over () as place from turn t
          cross join lateral (
            select x.store_id, x.channel, x.customer_id from shopbot.lanes x
            where x.store_id = t.store_id and x.next_seq > x.head_seq and x.claim_at <= $2
            order by x.claim_at limit $3 for update skip locked) p
          where (not t.wrapped or t.store_id <= $1) and t.store_id <> all ($4)
          limit $5),
        claimed as (
          update shopbot.lanes l set owner = $6, lease_until = $7, fence = l.fence + 1, mark = $8 from pick p
          where l.store_id = p.store_id and l.channel = p.channel and l.customer_id = p.customer_id
          returning l.*, p.place)
        select {WorkColumns} from claimed l
        {WorkJoins}
        order by l.place, e.seq
        """;

    /// <summary>Leases lanes that are asked for by name, when nobody holds them.</summary>
    public const string ClaimWanted =
        $"""
        with pick as (
          select k.ord, x.store_id, x.channel, x.customer_id from (
            select * from unnest($1, $2, $3) with ordinality as k (store_id, channel, customer_id, ord)
            order by store_id, channel collate "C", customer_id) k
          cross join lateral (
            select * from shopbot.lanes x
            where x.store_id = k.store_id and x.channel = k.channel and x.customer_id = k.customer_id and (x.owner is null or x.lease_until <= $4)
            limit 1 for update skip locked) x),
        claimed as (
          update shopbot.lanes l set owner = $5, lease_until = $6, fence = l.fence + 1, mark = $7 from pick p
          where l.store_id = p.store_id and l.channel = p.channel and l.customer_id = p.customer_id
          returning l.*, p.ord)
        select {WorkColumns} from claimed l
        {WorkJoins}
        order by l.ord, e.seq
        """;
}
