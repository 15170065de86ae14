using ShopBot.Engine.Storage;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

/// <summary>The lane store on one SQLite file. Each call is in one transaction of the single writer, alone or with others that wait for it.</summary>
internal sealed partial class SqliteLaneStore(Database database) : ILaneStore
{
    public ValueTask<IReadOnlyList<bool>> RenewAsync(IReadOnlyList<RenewItem> items, CancellationToken cancellationToken = default) =>
        Each(items, LaneRows.Renew, cancellationToken);

    private ValueTask<IReadOnlyList<TResult>> Each<TItem, TResult>(
        IReadOnlyList<TItem> items, Func<Session, TItem, TResult> handle, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
            return ValueTask.FromResult<IReadOnlyList<TResult>>([]);

        return database.WriteTogetherAsync<IReadOnlyList<TResult>>(
            sql =>
            {
                var results = new TResult[items.Count];
                for (var i = 0; i < results.Length; i++)
                    results[i] = handle(sql, items[i]);

                return results;
            },
            cancellationToken);
    }
}
