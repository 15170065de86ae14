using Npgsql;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Search;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

/// <summary>Products in a full-text index; mistyped words by the groups of letters they share with those of the store.</summary>
internal sealed class PostgresProductIndex(Database database) : IProductIndex
{
    public async ValueTask<IReadOnlyList<ProductHit>> FindAsync(StoreId store, IndexQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await ReadAsync(
            query.All ? SearchSql.FindAll : SearchSql.FindAny,
            row => new ProductHit(row.GetString(0), row.GetString(1), new Money(row.GetDecimal(2), row.GetString(3)), row.GetBoolean(4), row.GetBoolean(5)),
            () => query.All
                ? [Value.Of(store), Value.Of(SearchText.Question(store, query)), Value.Of(query.Count), Value.Of(query.Skip)]
                : [Value.Of(store), Value.Of(SearchText.Question(store, query)), Value.Of(query.Count), Value.Of(query.Skip), Value.Of(SearchText.Terms(store, query))],
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<string>> FindWordsAsync(StoreId store, string word, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(word);
        return await ReadAsync(
            SearchSql.FindWords, row => row.GetString(0),
            () => [Value.Of(store), Value.Of(SearchText.Letters(store, word)), Value.Of(word.Length), Value.Of(count)], cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask PutAsync(StoreId store, IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, 1000);
        if (entries.Count == 0)
            return;
        var words = entries.SelectMany(entry => entry.Vocabulary()).Distinct(StringComparer.Ordinal).ToList();
        await WriteAsync(
            batch =>
            {
                batch.Add(
                    SearchSql.Put,
                    Value.Of(store), Value.Column(entries, entry => entry.ProductId), Value.Column(entries, entry => entry.Title), Value.Column(entries, entry => entry.LowestPrice.Amount),
                    Value.Column(entries, entry => entry.LowestPrice.Currency), Value.Column(entries, entry => entry.PricesDiffer), Value.Column(entries, entry => entry.Available),
                    Value.Column(entries, entry => SearchText.Words(store, entry)), Value.Column(entries, entry => SearchText.OtherWords(store, entry)),
                    Value.Times(entries, entry => Milliseconds(entry.ChangedAt)),
                    Value.Times(entries, entry => Milliseconds(entry.SeenAt)));
                batch.Add(SearchSql.See, Value.Of(store), Value.Column(entries, entry => entry.ProductId), Value.Times(entries, entry => Milliseconds(entry.SeenAt)));
                batch.Add(
                    SearchSql.PutWords,
                    Value.Of(store), Value.Column(words, word => word), Value.Column(words, word => string.Join(' ', SearchText.Letters(store, word))),
                    Value.Of(Milliseconds(entries.Max(entry => entry.SeenAt))));
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask RemoveAsync(StoreId store, IReadOnlyList<string> productIds, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(productIds);
        await WriteAsync(
            batch => batch.Add(SearchSql.Remove, Value.Of(store), Value.Column([.. productIds.Distinct(StringComparer.Ordinal)], id => id), Value.Of(Milliseconds(at))),
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<int> CompleteAsync(StoreId store, DateTimeOffset began, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var gone = 0L;
        await WriteAsync(
            batch =>
            {
                batch.Query(SearchSql.ForgetUnseen, row => gone = row.GetInt64(0), Value.Of(store), Value.Of(Milliseconds(began)));
                batch.Add(SearchSql.ForgetUnseenWords, Value.Of(store), Value.Of(Milliseconds(began)));
                batch.Add(SearchSql.Complete, Value.Of(store), Value.Of(Milliseconds(at)));
            },
            cancellationToken).ConfigureAwait(false);
        return (int)gone;
    }

    public async ValueTask<IndexState> GetStateAsync(StoreId store, CancellationToken cancellationToken = default) =>
        await ReadAsync(SearchSql.State, row => new IndexState(row.Time(0)), () => [Value.Of(store)], cancellationToken).ConfigureAwait(false)
            is [var state] ? state : new IndexState(null);

    private static DateTimeOffset Milliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    private async ValueTask WriteAsync(Action<SqlBatch> fill, CancellationToken cancellationToken) => await database.RunAsync(
        async (connection, token) =>
        {
            var batch = new SqlBatch(connection);
            fill(batch);
            await batch.RunAsync(token).ConfigureAwait(false);
            return true;
        },
        cancellationToken).ConfigureAwait(false);

    private ValueTask<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, Func<NpgsqlParameter[]> values, CancellationToken cancellationToken) => database.RunAsync(
        async (connection, token) =>
        {
            var rows = new List<T>();
            var batch = new SqlBatch(connection);
            batch.Query(sql, row => rows.Add(read(row)), values());
            await batch.RunAsync(token).ConfigureAwait(false);
            return rows;
        },
        cancellationToken);
}
