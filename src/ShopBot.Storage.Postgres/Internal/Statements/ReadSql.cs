namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>Lists and reports.</summary>
internal static class ReadSql
{
    private const string SummaryColumns =
        """
        select l.store_id, l.channel, l.customer_id, a.kinds, a.hashes, a."values", l.control, l.active_at, l.inbound_at, l.next_seq - l.head_seq, l.state_version, l.state
        """;

    public const string FindCustomer =
        """
        select a.customer_id from unnest($2, $3) with ordinality as n (kind, hash, ord)
        cross join lateral (
          select x.customer_id from shopbot.customer_aliases x where x.store_id = $1 and x.kind = n.kind and x.hash = n.hash limit 1) a
        order by n.ord limit 1
        """;

    public const string ListLanes =
        $"""
        {SummaryColumns}
        from (
          select * from shopbot.lanes l where l.store_id = $1 and l.channel <> 'store' and l.active_at < $2 order by l.active_at desc limit $3) l
        {LaneSql.Aliases}
        order by l.active_at desc
        """;

    public const string ListControlledLanes =
        $"""
        {SummaryColumns}
        from (
          select * from shopbot.lanes l where l.store_id = $1 and l.control = $4 and l.channel <> 'store' and l.active_at < $2 order by l.active_at desc limit $3) l
        {LaneSql.Aliases}
        order by l.active_at desc
        """;

    public const string FindLane =
        $"""
        {SummaryColumns}
        from (select * from shopbot.lanes l where l.store_id = $1 and l.channel = $2 and l.customer_id = $3) l
        {LaneSql.Aliases}
        """;

    public const string ReadInbound =
        """
        select accepted_at, seq, event_key, kind, payload, occurred_at, attempts, trace_parent, case when parked_at is not null then cause end
        from shopbot.inbox where store_id = $1 and channel = $2 and customer_id = $3 and accepted_at < $4
        order by seq desc limit $5
        """;

    private const string OutboundColumns =
        """
        select store_id, channel, customer_id, created_at, outbox_id, payload, state, delivery, error_code, price_category, price_type, price_billable from shopbot.outbox
        """;

    public const string ReadOutbound =
        $"""
        {OutboundColumns} where store_id = $1 and channel = $2 and customer_id = $3 and created_at < $4
        order by position desc limit $5
        """;

    public const string ListFailedSends =
        $"""
        {OutboundColumns} where store_id = $1 and created_at < $2 and (state in (4, 5) or delivery = 2)
        order by created_at desc limit $3
        """;

    public const string ListParked =
        """
        select store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, attempts, trace_parent, cause, parked_at
        from shopbot.inbox where store_id = $1 and parked_at is not null and parked_at < $2 order by parked_at desc limit $3
        """;

    public const string ListEvents =
        """
        select recorded_at, event_id, channel, customer_id, kind, event_key, payload from shopbot.events
        where store_id = $1 and recorded_at < $2 and (cardinality($4) = 0 or kind = any ($4))
        order by recorded_at desc limit $3
        """;

    public const string CountReceived =
        """
        select (accepted_at at time zone 'UTC')::date, count(*) from shopbot.inbox
        where store_id = $1 and accepted_at >= $2 and accepted_at < $3 group by 1
        """;

    public const string CountSent =
        """
        select (created_at at time zone 'UTC')::date, state, delivery, case when price_billable then price_category end, count(*) from shopbot.outbox
        where store_id = $1 and created_at >= $2 and created_at < $3 group by 1, 2, 3, 4
        """;

    public const string CountEvents =
        """
        select (recorded_at at time zone 'UTC')::date, kind, count(*) from shopbot.events
        where store_id = $1 and recorded_at >= $2 and recorded_at < $3 group by 1, 2
        """;
}
