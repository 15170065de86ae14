namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>Other ciphertext in the place of the one that was read: the old values, the new ones, then an array per column of the key.</summary>
internal static class StoredChangeSql
{
    public const string CustomerAliases =
        """
        update shopbot.customer_aliases t set value = i.after from unnest($1, $2, $3, $4, $5) as i (before, after, store_id, kind, hash)
        where t.store_id = i.store_id and t.kind = i.kind and t.hash = i.hash and t.value = i.before
        """;

    public const string Lanes =
        """
        update shopbot.lanes t set state = i.after from unnest($1, $2, $3, $4, $5) as i (before, after, store_id, channel, customer_id)
        where t.store_id = i.store_id and t.channel = i.channel and t.customer_id = i.customer_id and t.state = i.before
        """;

    public const string Timers =
        """
        update shopbot.timers t set payload = i.after from unnest($1, $2, $3, $4, $5, $6) as i (before, after, store_id, channel, customer_id, name)
        where t.store_id = i.store_id and t.channel = i.channel and t.customer_id = i.customer_id and t.name = i.name and t.payload = i.before
        """;

    public const string Inbox =
        """
        update shopbot.inbox t set payload = i.after from unnest($1, $2, $3, $4, $5, $6) as i (before, after, store_id, channel, customer_id, seq)
        where t.store_id = i.store_id and t.channel = i.channel and t.customer_id = i.customer_id and t.seq = i.seq and t.payload = i.before
        """;

    public const string Steps =
        """
        update shopbot.steps t set result = i.after from unnest($1, $2, $3, $4, $5, $6, $7) as i (before, after, store_id, channel, customer_id, seq, step)
        where t.store_id = i.store_id and t.channel = i.channel and t.customer_id = i.customer_id and t.seq = i.seq and t.step = i.step and t.result = i.before
        """;

    public const string OutboxPayload =
        """
        update shopbot.outbox t set payload = i.after from unnest($1, $2, $3, $4) as i (before, after, store_id, outbox_id)
        where t.store_id = i.store_id and t.outbox_id = i.outbox_id and t.payload = i.before
        """;

    public const string OutboxMessageId =
        """
        update shopbot.outbox t set message_id = i.after from unnest($1, $2, $3, $4) as i (before, after, store_id, outbox_id)
        where t.store_id = i.store_id and t.outbox_id = i.outbox_id and t.message_id = i.before
        """;

    public const string Events =
        """
        update shopbot.events t set payload = i.after from unnest($1, $2, $3, $4) as i (before, after, store_id, event_id)
        where t.store_id = i.store_id and t.event_id = i.event_id and t.payload = i.before
        """;

    public const string Credentials =
        """
        update shopbot.credentials t set value = i.after from unnest($1, $2, $3, $4) as i (before, after, store_id, name)
        where t.store_id = i.store_id and t.name = i.name and t.value = i.before
        """;

    /// <summary>A name under another hash; the one that is there already stays.</summary>
    public const string AddHashes =
        """
        insert into shopbot.customer_aliases (store_id, kind, hash, customer_id, value, linked_at)
        select a.store_id, a.kind, i.after, a.customer_id, i.value, a.linked_at
        from unnest($2, $3, $4, $5) as i (kind, before, after, value)
        cross join lateral (
          select * from shopbot.customer_aliases x where x.store_id = $1 and x.kind = i.kind and x.hash = i.before limit 1) a
        on conflict do nothing
        """;

    public const string RemoveHashes =
        """
        delete from shopbot.customer_aliases t using unnest($2, $3) as i (kind, hash)
        where t.store_id = $1 and t.kind = i.kind and t.hash = i.hash
        """;

    public static string Replace(string table, string column) => (table, column) switch
    {
        ("customer_aliases", "value") => CustomerAliases,
        ("lanes", "state") => Lanes,
        ("timers", "payload") => Timers,
        ("inbox", "payload") => Inbox,
        ("steps", "result") => Steps,
        ("outbox", "payload") => OutboxPayload,
        ("outbox", "message_id") => OutboxMessageId,
        ("events", "payload") => Events,
        ("credentials", "value") => Credentials,
        _ => throw new InvalidOperationException($"'{table}.{column}' holds nothing that is encrypted."),
    };
}
