using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

internal sealed partial class PostgresLaneStore
{
    private StoreId _lastServed;

    public async ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default)
    {
        var mark = Mark.Next();
        return await database.RunAsync(
            async (connection, token) =>
            {
                var (load, wanted) = (new LaneLoad(), new LaneLoad());
                var batch = new SqlBatch(connection);
                if (request.Wanted.Count > 0)
                {
                    var lanes = new LaneColumns([.. request.Wanted.Distinct()]);
                    batch.Query(
                        LaneSql.ClaimWanted, wanted.ReadWork, lanes.Stores, lanes.Channels, lanes.Customers, Value.Of(request.Now), Value.Of(request.Owner),
                        Value.Of(request.Now + request.Lease), Value.Of(mark));
                }

                Add(batch, LaneSql.Claim, load.ReadWork, request, request.MaxLanes, mark);
                Add(batch, SendSql.Claim, load.ReadSend, request, request.MaxSends, mark);
                Add(batch, DeliverySql.Claim, load.ReadDelivery, request, request.MaxEventLanes, mark);
                await batch.RunAsync(token).ConfigureAwait(false);
                if (load.Lanes is [.., var last])
                    _lastServed = last.Lane.Store;
                return new ClaimResult([.. wanted.Lanes, .. load.Lanes], load.Sends) { Events = load.Events };
            },
            cancellationToken).ConfigureAwait(false);
    }

    private void Add(SqlBatch batch, string sql, Action<NpgsqlDataReader> read, ClaimRequest request, int max, long mark)
    {
        if (max <= 0)
            return;
        batch.Query(
            sql, read, Value.Of(_lastServed), Value.Of(request.Now), Value.Of(Math.Min(max, request.MaxPerStore)), Value.Column([.. request.Except], store => store.Value),
            Value.Of(max), Value.Of(request.Owner), Value.Of(request.Now + request.Lease), Value.Of(mark));
    }
}
