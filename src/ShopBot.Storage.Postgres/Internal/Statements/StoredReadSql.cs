namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>Pages of rows in the form that every provider understands: the store, then what to begin after, then how many.</summary>
internal static class StoredReadSql
{
    public const string ListStores = "select store_id from shopbot.stores where store_id > $1 order by store_id limit $2";

    public const string Customers =
        "select store_id, customer_id, created_at, merged_into from shopbot.customers where store_id = $1 and customer_id > $2 order by customer_id limit $3";

    public const string CustomerAliases =
        """
        select store_id, kind, hash, customer_id, value, linked_at from shopbot.customer_aliases
        where store_id = $1 and (kind, hash) > ($2, $3) order by kind, hash limit $4
        """;

    public const string Lanes =
        """
        select store_id, channel, customer_id, head_seq, next_seq, next_position, ready_at, fence, state_version, state, control, active_at, inbound_at
        from shopbot.lanes where store_id = $1 and (channel, customer_id) > ($2, $3) order by channel, customer_id limit $4
        """;

    public const string Timers =
        """
        select store_id, channel, customer_id, name, due_at, payload from shopbot.timers
        where store_id = $1 and (channel, customer_id, name) > ($2, $3, $4) order by channel, customer_id, name limit $5
        """;

    public const string Inbox =
        """
        select store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, accepted_at, attempts, cause, trace_parent, parked_at
        from shopbot.inbox where store_id = $1 and (channel, customer_id, seq) > ($2, $3, $4) order by channel, customer_id, seq limit $5
        """;

    public const string Steps =
        """
        select store_id, channel, customer_id, seq, step, result from shopbot.steps
        where store_id = $1 and (channel, customer_id, seq, step) > ($2, $3, $4, $5) order by channel, customer_id, seq, step limit $6
        """;

    /// <summary>One that is being sent is of unknown outcome for whoever comes next. When the first open one of a lane is due stands on the lane.</summary>
    public const string Outbox =
        """
        select o.store_id, o.outbox_id, o.channel, o.customer_id, o.position, case o.state when 1 then 2 else o.state end, o.class, o.payload, o.trace_parent, o.created_at,
          case when o.state < 3 and o.position = l.head_position then l.send_at end,
          o.attempt, o.maybe_duplicate, o.closed_at, o.message_ref, o.message_id, o.delivery, o.error_code, o.wants_status, o.price_category, o.price_type, o.price_billable
        from (select * from shopbot.outbox x where x.store_id = $1 and x.outbox_id > $2 order by x.outbox_id limit $3) o
        left join lateral (
          select * from shopbot.lanes x where x.store_id = o.store_id and x.channel = o.channel and x.customer_id = o.customer_id limit 1) l on true
        order by o.outbox_id
        """;

    public const string Statuses =
        """
        select store_id, ref, delivery, error_code, heard_at, price_category, price_type, price_billable from shopbot.message_refs
        where store_id = $1 and ref > $2 and outbox_id is null order by ref limit $3
        """;

    public const string Events =
        """
        select e.store_id, e.event_id, e.channel, e.customer_id, coalesce(e.event_key, replace(e.event_id::text, '-', '')), e.kind, e.payload, e.recorded_at,
          case when e.number >= d.head_number then e.number end, e.cause
        from (select * from shopbot.events x where x.store_id = $1 and x.event_id > $2 order by x.event_id limit $3) e
        left join lateral (
          select * from shopbot.deliveries x where x.store_id = e.store_id and x.channel = e.channel and x.customer_id = e.customer_id limit 1) d on true
        order by e.event_id
        """;

    public const string Deliveries =
        """
        select store_id, channel, customer_id, head_number, next_number, claim_at, fence from shopbot.deliveries
        where store_id = $1 and (channel, customer_id) > ($2, $3) order by channel, customer_id limit $4
        """;

    public const string Seen = "select store_id, event_key, seen_at from shopbot.seen where store_id = $1 and event_key > $2 order by event_key limit $3";

    public const string Credentials =
        "select store_id, name, value, due_at, version from shopbot.credentials where store_id = $1 and name > $2 order by name limit $3";

    public const string Stores =
        """
        select store_id, shop_domain, wrapped_data_key, shop_name, currency, locale, whatsapp_credentials, whatsapp_enabled, phone_number_id, waba_id, verify_token_hash,
          welcome_message, version, created_at, updated_at
        from shopbot.stores where store_id = $1 limit $2
        """;

    public static string Page(string table) => table switch
    {
        "lookup_keys" => GlobalSql.LookupKeysAfter,
        "key_ring" => GlobalSql.KeyRingAfter,
        "customers" => Customers,
        "customer_aliases" => CustomerAliases,
        "lanes" => Lanes,
        "timers" => Timers,
        "inbox" => Inbox,
        "steps" => Steps,
        "outbox" => Outbox,
        "statuses" => Statuses,
        "events" => Events,
        "deliveries" => Deliveries,
        "seen" => Seen,
        "credentials" => Credentials,
        "stores" => Stores,
        _ => throw new InvalidOperationException($"There is no table '{table}'."),
    };
}
