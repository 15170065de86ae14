using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

/// <summary>
/// The lane store on PostgreSQL. A group is one round trip and one transaction. Every transaction takes its locks in one order, each in the order of keys: names of strangers,
/// event keys, lanes, deliveries, message references, messages. Claims never wait.
/// </summary>
internal sealed partial class PostgresLaneStore(Database database) : ILaneStore
{
    public async ValueTask<IReadOnlyList<bool>> RenewAsync(IReadOnlyList<RenewItem> items, CancellationToken cancellationToken = default)
    {
        if (items.Count == 0)
            return [];
        var lanes = LaneColumns.Of(items, item => item.Lane);
        return await database.RunAsync(
            async (connection, token) =>
            {
                var kept = new bool[items.Count];
                var batch = new SqlBatch(connection);
                batch.Query(
                    LaneSql.Renew, row => kept[row.GetInt32(0)] = true,
                    Value.Of(Enumerable.Range(0, items.Count).ToArray()), lanes.Stores, lanes.Channels, lanes.Customers,
                    Value.Column(items, item => item.Fence), Value.Times(items, item => item.Until == DateTimeOffset.MinValue ? null : item.Until));
                await batch.RunAsync(token).ConfigureAwait(false);
                return kept;
            },
            cancellationToken).ConfigureAwait(false);
    }
}
