namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>Adding rows in the form that every provider understands: an array per column, in the order of the table's columns. What is there already stays.</summary>
internal static class StoredWriteSql
{
    public const string Customers =
        """
        insert into shopbot.customers (store_id, customer_id, created_at, merged_into)
        select * from unnest($1, $2, $3, $4) as i (store_id, customer_id, created_at, merged_into) on conflict do nothing
        """;

    public const string CustomerAliases =
        """
        insert into shopbot.customer_aliases (store_id, kind, hash, customer_id, value, linked_at)
        select store_id, kind::smallint, hash, customer_id, value, linked_at
        from unnest($1, $2, $3, $4, $5, $6) as i (store_id, kind, hash, customer_id, value, linked_at) on conflict do nothing
        """;

    /// <summary>The lane of a customer who was merged into another one gets no events any more. Open messages say later where the lane's first one is.</summary>
    public const string Lanes =
        """
        insert into shopbot.lanes (store_id, channel, customer_id, head_seq, next_seq, head_position, next_position, ready_at, fence, state_version, state, control, active_at,
          inbound_at, absorbed)
        select i.store_id, i.channel, i.customer_id, i.head_seq, i.next_seq, i.next_position, i.next_position, i.ready_at, i.fence, i.state_version, i.state, i.control::smallint,
          i.active_at, i.inbound_at,
          i.head_seq = i.next_seq and exists (
            select 1 from shopbot.customers c where c.store_id = i.store_id and c.customer_id = i.customer_id and c.merged_into is not null)
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) as i (
          store_id, channel, customer_id, head_seq, next_seq, next_position, ready_at, fence, state_version, state, control, active_at, inbound_at)
        on conflict do nothing
        """;

    public const string Timers =
        """
        insert into shopbot.timers (store_id, channel, customer_id, name, due_at, payload)
        select * from unnest($1, $2, $3, $4, $5, $6) as i (store_id, channel, customer_id, name, due_at, payload) on conflict do nothing
        """;

    public const string Inbox =
        """
        insert into shopbot.inbox (store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, accepted_at, attempts, cause, trace_parent, parked_at)
        select store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, accepted_at, attempts::int, cause, trace_parent, parked_at
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) as i (
          store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, accepted_at, attempts, cause, trace_parent, parked_at)
        on conflict do nothing
        """;

    public const string Steps =
        """
        with item as (
          select * from unnest($1, $2, $3, $4, $5, $6) as i (store_id, channel, customer_id, seq, step, result)),
        lane as (
          update shopbot.lanes l set has_steps = true from (select distinct store_id, channel, customer_id from item) i
          where l.store_id = i.store_id and l.channel = i.channel and l.customer_id = i.customer_id)
        insert into shopbot.steps (store_id, channel, customer_id, seq, step, result) select * from item on conflict do nothing
        """;

    public const string Outbox =
        """
        with item as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22) as i (
            store_id, outbox_id, channel, customer_id, position, state, class, payload, trace_parent, created_at, at, attempt, maybe_duplicate, closed_at, message_ref, message_id,
            delivery, error_code, wants_status, price_category, price_type, price_billable)),
        named as (
          insert into shopbot.message_refs (store_id, ref, outbox_id, heard_at)
          select store_id, message_ref, outbox_id, coalesce(closed_at, created_at) from item where message_ref is not null on conflict do nothing),
        lane as (
          update shopbot.lanes l set head_position = i.position, send_state = i.state::smallint, send_at = i.at from item i
          where i.at is not null and i.state < 3 and l.store_id = i.store_id and l.channel = i.channel and l.customer_id = i.customer_id)
        insert into shopbot.outbox (store_id, outbox_id, channel, customer_id, position, state, class, payload, trace_parent, created_at, attempt, maybe_duplicate, closed_at,
          message_ref, message_id, delivery, error_code, wants_status, price_category, price_type, price_billable)
        select store_id, outbox_id, channel, customer_id, position, state::smallint, class::smallint, payload, trace_parent, created_at, attempt::int, maybe_duplicate, closed_at,
          message_ref, message_id, delivery::smallint, error_code::int, wants_status, price_category, price_type, price_billable
        from item on conflict do nothing
        """;

    public const string Statuses =
        """
        insert into shopbot.message_refs (store_id, ref, delivery, error_code, heard_at, price_category, price_type, price_billable)
        select store_id, ref, delivery::smallint, error_code::int, heard_at, price_category, price_type, price_billable
        from unnest($1, $2, $3, $4, $5, $6, $7, $8) as i (store_id, ref, delivery, error_code, heard_at, price_category, price_type, price_billable) on conflict do nothing
        """;

    public const string Events =
        """
        insert into shopbot.events (store_id, event_id, channel, customer_id, event_key, kind, payload, recorded_at, number, cause)
        select store_id, event_id, channel, customer_id, case when channel is null then place end, kind, payload, recorded_at, number, cause
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as i (store_id, event_id, channel, customer_id, place, kind, payload, recorded_at, number, cause) on conflict do nothing
        """;

    public const string Deliveries =
        """
        insert into shopbot.deliveries (store_id, channel, customer_id, head_number, next_number, ready_at, fence)
        select * from unnest($1, $2, $3, $4, $5, $6, $7) as i (store_id, channel, customer_id, head_number, next_number, ready_at, fence) on conflict do nothing
        """;

    public const string Seen =
        """
        insert into shopbot.seen (store_id, event_key, seen_at, mark)
        select store_id, event_key, seen_at, 0 from unnest($1, $2, $3) as i (store_id, event_key, seen_at) on conflict do nothing
        """;

    public const string Credentials =
        """
        insert into shopbot.credentials (store_id, name, value, due_at, version)
        select * from unnest($1, $2, $3, $4, $5) as i (store_id, name, value, due_at, version) on conflict do nothing
        """;

    public const string Stores =
        """
        insert into shopbot.stores (store_id, shop_domain, wrapped_data_key, shop_name, currency, locale, whatsapp_credentials, whatsapp_enabled, phone_number_id, waba_id,
          verify_token_hash, welcome_message, version, created_at, updated_at)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) as i (
          store_id, shop_domain, wrapped_data_key, shop_name, currency, locale, whatsapp_credentials, whatsapp_enabled, phone_number_id, waba_id, verify_token_hash,
          welcome_message, version, created_at, updated_at)
        on conflict (store_id) do nothing
        """;

    public static string Add(string table) => table switch
    {
        "lookup_keys" => GlobalSql.AddLookupKeys,
        "key_ring" => GlobalSql.AddKeysToRing,
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
