using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Writes the rows of searched products.</summary>
internal static class ProductRows
{
    // A word is marked as seen at most once in this time, because many products share it.
    private const long MarkEvery = 3_600_000;

    private static readonly byte[] NoDigest = [];

    public static void Put(Session sql, StoreId store, IndexEntry entry)
    {
        var found = Find(sql, store, entry.ProductId);
        entry = entry with { OtherWords = entry.OtherWords ?? found?.OtherWords ?? [] };
        var digest = SearchText.Digest(entry);
        if (found is { } known)
        {
            sql.Run("UPDATE products SET seen_at = max(seen_at, ?2) WHERE id = ?1", known.Id, entry.SeenAt);
            if (known.ChangedAt > entry.ChangedAt)
                return;
            if (known.Digest.AsSpan().SequenceEqual(digest))
            {
                sql.Run("UPDATE products SET changed_at = ?2 WHERE id = ?1", known.Id, entry.ChangedAt);
                return;
            }

            sql.Run(
                """
                UPDATE products SET title = ?2, price = ?3, currency = ?4, prices_differ = ?5, available = ?6, removed = 0, digest = ?7, changed_at = ?8, other_words = ?9
                WHERE id = ?1
                """,
                known.Id, entry.Title, SearchText.Price(entry), entry.LowestPrice.Currency, entry.PricesDiffer, entry.Available, digest, entry.ChangedAt, string.Join(' ', entry.OtherWords));
            sql.Run("DELETE FROM product_search WHERE rowid = ?1", known.Id);
            AddWords(sql, store, known.Id, entry);
            return;
        }

        var id = sql.Number(
            """
            INSERT INTO products (store_id, product_id, title, price, currency, prices_differ, available, removed, digest, changed_at, seen_at, other_words)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?10, ?11) RETURNING id
            """,
            store, entry.ProductId, entry.Title, SearchText.Price(entry), entry.LowestPrice.Currency, entry.PricesDiffer, entry.Available, digest, entry.ChangedAt, entry.SeenAt,
            string.Join(' ', entry.OtherWords))!.Value;
        AddWords(sql, store, id, entry);
    }

    public static void PutWord(Session sql, StoreId store, string word, DateTimeOffset seenAt)
    {
        if (sql.Number("SELECT seen_at FROM product_words WHERE store_id = ?1 AND word = ?2", store, word) is { } seen)
        {
            if (seen < seenAt.ToUnixTimeMilliseconds() - MarkEvery)
                sql.Run("UPDATE product_words SET seen_at = ?3 WHERE store_id = ?1 AND word = ?2", store, word, seenAt);
            return;
        }

        sql.Run("INSERT INTO product_words (store_id, word, seen_at) VALUES (?1, ?2, ?3)", store, word, seenAt);
        foreach (var letters in SearchWords.Letters(word))
            sql.Run("INSERT INTO product_letters (store_id, letters, word) VALUES (?1, ?2, ?3)", store, letters, word);
    }

    public static void Remove(Session sql, StoreId store, string productId, DateTimeOffset at)
    {
        if (Find(sql, store, productId) is not { } known)
        {
            sql.Run(
                """
                INSERT INTO products (store_id, product_id, title, price, currency, prices_differ, available, removed, digest, changed_at, seen_at, other_words)
                VALUES (?1, ?2, '', '0', '', 0, 0, 1, ?3, ?4, ?4, '')
                """,
                store, productId, NoDigest, at);
            return;
        }

        if (known.ChangedAt > at)
            return;
        sql.Run("DELETE FROM product_search WHERE rowid = ?1", known.Id);
        sql.Run("UPDATE products SET title = '', removed = 1, digest = ?2, changed_at = ?3, seen_at = max(seen_at, ?3) WHERE id = ?1", known.Id, NoDigest, at);
    }

    /// <returns>How many products went that were not removed before.</returns>
    public static int ForgetUnseen(Session sql, StoreId store, DateTimeOffset began)
    {
        var unseen = sql.Read("SELECT id, removed FROM products WHERE store_id = ?1 AND seen_at < ?2", store, began)
            .All(row => (Id: row.GetInt64(0), IsRemoved: row.GetBoolean(1)));
        foreach (var (id, _) in unseen)
        {
            sql.Run("DELETE FROM product_search WHERE rowid = ?1", id);
            sql.Run("DELETE FROM products WHERE id = ?1", id);
        }

        foreach (var word in sql.Read("SELECT word FROM product_words WHERE store_id = ?1 AND seen_at < ?2 - ?3", store, began, MarkEvery).All(row => row.GetString(0)))
        {
            foreach (var letters in SearchWords.Letters(word))
                sql.Run("DELETE FROM product_letters WHERE store_id = ?1 AND letters = ?2 AND word = ?3", store, letters, word);
            sql.Run("DELETE FROM product_words WHERE store_id = ?1 AND word = ?2", store, word);
        }

        return unseen.Count(entry => !entry.IsRemoved);
    }

    private static void AddWords(Session sql, StoreId store, long id, IndexEntry entry) =>
        sql.Run(
            "INSERT INTO product_search (rowid, title, keywords, description) VALUES (?1, ?2, ?3, ?4)",
            id, SearchText.Column(store, [.. entry.TitleWords, .. entry.OtherWords ?? []]), SearchText.Column(store, entry.KeywordWords), SearchText.Column(store, entry.DescriptionWords));

    private static (long Id, DateTimeOffset ChangedAt, byte[] Digest, IReadOnlyList<string> OtherWords)? Find(Session sql, StoreId store, string productId)
    {
        using var row = sql.Read("SELECT id, changed_at, digest, other_words FROM products WHERE store_id = ?1 AND product_id = ?2", store, productId);
        return row.Read() ? (row.GetInt64(0), row.Time(1), row.Bytes(2), row.GetString(3).Split(' ', StringSplitOptions.RemoveEmptyEntries)) : null;
    }
}
