namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>Customers and the aliases by which they are found.</summary>
internal static class CustomerSql
{
    /// <summary>The owner of each name; of a phone number also whether its owner has a user id.</summary>
    public const string FindNames =
        """
        select n.store_id, n.kind, n.hash, a.customer_id,
          n.kind = 2 and exists (
            select 1 from shopbot.customer_aliases u where u.store_id = a.store_id and u.customer_id = a.customer_id and u.kind = 1)
        from unnest($1, $2, $3) as n (store_id, kind, hash)
        cross join lateral (
          select * from shopbot.customer_aliases x where x.store_id = n.store_id and x.kind = n.kind and x.hash = n.hash limit 1) a
        """;

    /// <summary>Who a customer is today: itself, or the one it was merged into.</summary>
    public const string FindCurrent =
        """
        select k.store_id, k.customer_id, c.current_id from unnest($1, $2) as k (store_id, customer_id)
        cross join lateral (
          select coalesce(x.merged_into, x.customer_id) as current_id from shopbot.customers x
          where x.store_id = k.store_id and x.customer_id = k.customer_id limit 1) c
        """;

    /// <summary>
    /// Two hosts that meet the same stranger agree on one customer: exactly these names are locked, in order, until the transaction ends (also through a pooler).
    /// </summary>
    public const string LockNames =
        """
        select pg_advisory_xact_lock(k) from (
          select distinct hashtextextended(store_id::text || kind || hash, 0) as k from unnest($1, $2, $3) as n (store_id, kind, hash) order by k) s
        """;

    /// <summary>The same for all names of one customer.</summary>
    public const string LockNamesOf =
        """
        select pg_advisory_xact_lock(k) from (
          select distinct hashtextextended(store_id::text || kind || hash, 0) as k from shopbot.customer_aliases
          where store_id = $1 and customer_id = $2 order by k) s
        """;

    public const string Create =
        "insert into shopbot.customers (store_id, customer_id, created_at) select store_id, customer_id, $3 from unnest($1, $2) as c (store_id, customer_id)";

    /// <summary>An alias that belonged to somebody else moves: phone numbers are given to new people.</summary>
    public const string Link =
        """
        insert into shopbot.customer_aliases as a (store_id, kind, hash, customer_id, value, linked_at)
        select * from unnest($1, $2, $3, $4, $5, $6) as n (store_id, kind, hash, customer_id, value, linked_at)
        order by store_id, kind, hash collate "C"
        on conflict (store_id, kind, hash) do update set customer_id = excluded.customer_id, value = excluded.value, linked_at = excluded.linked_at
        """;

    /// <summary>Gives everything of one customer ($2) to another ($3).</summary>
    public const string Merge =
        """
        with moved as (
          update shopbot.customer_aliases a set customer_id = $3, linked_at = $4 + x.place * interval '1 microsecond'
          from (
            select kind, hash, row_number() over (order by linked_at) as place from shopbot.customer_aliases
            where store_id = $1 and customer_id = $2) x
          where a.store_id = $1 and a.kind = x.kind and a.hash = x.hash)
        update shopbot.customers set merged_into = $3 where store_id = $1 and (customer_id = $2 or merged_into = $2)
        """;
}
