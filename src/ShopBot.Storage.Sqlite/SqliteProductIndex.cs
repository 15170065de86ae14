using System.Globalization;
using Microsoft.Data.Sqlite;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Search;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

/// <summary>Products in FTS5; mistyped words by the groups of letters they share with those of the store.</summary>
internal sealed class SqliteProductIndex(Database database) : IProductIndex
{
    public ValueTask<IReadOnlyList<ProductHit>> FindAsync(StoreId store, IndexQuery query, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<ProductHit>>(
            sql => sql.Read(
                """
                SELECT p.product_id, p.title, p.price, p.currency, p.prices_differ, p.available
                FROM product_search CROSS JOIN products p ON p.id = product_search.rowid
                WHERE product_search MATCH ?1 AND p.store_id = ?2
                ORDER BY bm25(product_search, 10.0, 4.0, 1.0) * CASE p.available WHEN 1 THEN 1.0 ELSE 0.5 END, p.product_id LIMIT ?3 OFFSET ?4
                """,
                SearchText.Question(store, query), store, query.Count, query.Skip).All(Hit),
            cancellationToken);

    public ValueTask<IReadOnlyList<string>> FindWordsAsync(StoreId store, string word, int count, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<string>>(
            sql => sql.Read(
                """
                SELECT l.word FROM json_each(?2) j CROSS JOIN product_letters l ON l.store_id = ?1 AND l.letters = j.value
                GROUP BY l.word ORDER BY count(*) DESC, abs(length(l.word) - ?3), l.word LIMIT ?4
                """,
                store, JsonArray(SearchWords.Letters(word)), word.Length, count).All(row => row.GetString(0)),
            cancellationToken);

    public async ValueTask PutAsync(StoreId store, IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, 1000);
        if (entries.Count == 0)
            return;
        await database.WriteAsync(
            sql =>
            {
                foreach (var entry in entries)
                    ProductRows.Put(sql, store, entry);
                foreach (var word in entries.SelectMany(entry => entry.Vocabulary()).Distinct(StringComparer.Ordinal))
                    ProductRows.PutWord(sql, store, word, entries.Max(entry => entry.SeenAt));
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask RemoveAsync(StoreId store, IReadOnlyList<string> productIds, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(productIds);
        await database.WriteAsync(
            sql =>
            {
                foreach (var id in productIds)
                    ProductRows.Remove(sql, store, id, at);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<int> CompleteAsync(StoreId store, DateTimeOffset began, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            sql =>
            {
                sql.Run("INSERT INTO product_index (store_id, filled_at) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET filled_at = excluded.filled_at", store, at);
                return ProductRows.ForgetUnseen(sql, store, began);
            },
            cancellationToken);

    public ValueTask<IndexState> GetStateAsync(StoreId store, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            sql =>
            {
                using var row = sql.Read("SELECT filled_at FROM product_index WHERE store_id = ?1", store);
                return new IndexState(row.Read() ? row.Time(0) : null);
            },
            cancellationToken);

    private static ProductHit Hit(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), new Money(decimal.Parse(row.GetString(2), CultureInfo.InvariantCulture), row.GetString(3)), row.GetBoolean(4), row.GetBoolean(5));

    // Folded words hold no sign that JSON would want escaped.
    private static string JsonArray(IEnumerable<string> words) => $"[{string.Join(',', words.Select(word => $"\"{word}\""))}]";
}
