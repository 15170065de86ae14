namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>
/// Searched products; <c>$1</c> is the store. What is looked for carries the store's sign, so the full-text index finds rows of one store; the store is compared all the same.
/// The list is made first: otherwise a plan from the time when the table was small would read a whole store by its key.
/// </summary>
internal static class SearchSql
{
    public const string FindAll = $"{Found} {Rank} desc, f.product_id limit $3 offset $4";

    /// <summary>Those that fit more terms (<c>$5</c>) come first.</summary>
    public const string FindAny = $"{Found} (select count(*) from unnest($5::text[]) t where f.words @@ cast(t as tsquery)) desc, {Rank} desc, f.product_id limit $3 offset $4";

    public const string FindWords =
        """
        with found as materialized (select w.store_id, w.word, w.letters from shopbot.product_words w where w.letters && $2)
        select f.word from found f where f.store_id = $1
        order by (select count(*) from unnest(f.letters) l where l = any ($2)) desc, abs(char_length(f.word) - $3), f.word limit $4
        """;

    /// <summary>What stands there already, in the same form, is not written again.</summary>
    public const string Put =
        """
        insert into shopbot.products as p (store_id, product_id, title, price, currency, prices_differ, available, removed, words, other_words, changed_at, seen_at)
        select $1, n.product_id, n.title, n.price, n.currency, n.prices_differ, n.available, false, cast(n.words as tsvector) || coalesce(cast(n.other_words as tsvector), ''),
          cast(n.other_words as tsvector), n.changed_at, n.seen_at
        from unnest($2::text[], $3::text[], $4::numeric[], $5::text[], $6::boolean[], $7::boolean[], $8::text[], $9::text[], $10::timestamptz[], $11::timestamptz[])
          as n (product_id, title, price, currency, prices_differ, available, words, other_words, changed_at, seen_at)
        order by n.product_id collate "C"
        on conflict (store_id, product_id) do update set title = excluded.title, price = excluded.price, currency = excluded.currency, prices_differ = excluded.prices_differ,
          available = excluded.available, removed = false, words = excluded.words || case when excluded.other_words is null then coalesce(p.other_words, '') else '' end,
          other_words = coalesce(excluded.other_words, p.other_words), changed_at = excluded.changed_at
        where p.changed_at < excluded.changed_at or p.changed_at = excluded.changed_at
          and (p.title, p.price, p.currency, p.prices_differ, p.available, p.removed, p.words)
            is distinct from (excluded.title, excluded.price, excluded.currency, excluded.prices_differ, excluded.available, false,
              excluded.words || case when excluded.other_words is null then coalesce(p.other_words, '') else '' end)
        """;

    public const string See =
        """
        update shopbot.products p set seen_at = n.seen_at from unnest($2::text[], $3::timestamptz[]) as n (product_id, seen_at)
        where p.store_id = $1 and p.product_id = n.product_id and p.seen_at < n.seen_at
        """;

    /// <summary>A word is marked as seen at most once an hour, because many products share it.</summary>
    public const string PutWords =
        """
        insert into shopbot.product_words as w (store_id, word, letters, seen_at)
        select $1, n.word, string_to_array(n.letters, ' '), $4 from unnest($2::text[], $3::text[]) as n (word, letters) order by n.word collate "C"
        on conflict (store_id, word) do update set seen_at = excluded.seen_at where w.seen_at < excluded.seen_at - interval '1 hour'
        """;

    public const string Remove =
        """
        insert into shopbot.products as p (store_id, product_id, title, price, currency, prices_differ, available, removed, words, changed_at, seen_at)
        select $1, n.product_id, '', 0, '', false, false, true, '', $3, $3 from unnest($2::text[]) as n (product_id) order by n.product_id collate "C"
        on conflict (store_id, product_id) do update set title = '', removed = true, words = '', changed_at = excluded.changed_at, seen_at = greatest(p.seen_at, excluded.seen_at)
        where p.changed_at <= excluded.changed_at
        """;

    public const string ForgetUnseen =
        """
        with gone as (delete from shopbot.products where store_id = $1 and seen_at < $2 returning removed)
        select count(*) from gone where not removed
        """;

    public const string ForgetUnseenWords = "delete from shopbot.product_words where store_id = $1 and seen_at < $2 - interval '1 hour'";

    public const string Complete =
        "insert into shopbot.product_index (store_id, filled_at) values ($1, $2) on conflict (store_id) do update set filled_at = excluded.filled_at";

    public const string State = "select filled_at from shopbot.product_index where store_id = $1";

    public const string FindExport = $"{Export} where store_id = $1";

    public const string InsertExport = "insert into shopbot.exports (store_id, progress, due_at, version) values ($1, $2, $3, 1) on conflict (store_id) do nothing";

    public const string UpdateExport = "update shopbot.exports set progress = $2, due_at = $3, version = version + 1 where store_id = $1 and version = $4";

    public const string FindDueExports = $"{Export} where due_at <= $1 order by due_at limit $2";

    private const string Export = "select store_id, progress, due_at, version from shopbot.exports";

    private const string Found =
        """
        with found as materialized (
          select p.store_id, p.product_id, p.title, p.price, p.currency, p.prices_differ, p.available, p.words from shopbot.products p where p.words @@ cast($2 as tsquery))
        select f.product_id, f.title, f.price, f.currency, f.prices_differ, f.available from found f where f.store_id = $1 order by
        """;

    // Weights of nothing, the description, keywords and the title.
    private const string Rank = "ts_rank('{0.1, 0.1, 0.4, 1.0}', f.words, cast($2 as tsquery)) * case when f.available then 1.0 else 0.5 end";
}
