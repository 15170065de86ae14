using ShopBot.Engine.Storage;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

internal sealed partial class SqliteLaneStore
{
    public ValueTask<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            sql => new ClaimResult(
                [.. LaneRows.Ready(sql, request.Now, request.MaxLanes).Select(lane => LaneRows.TryLease(sql, lane, request)!)],
                [.. OutboxRows.Due(sql, request.Now, request.MaxSends)
                    .Select(lane => OutboxRows.TryTake(sql, lane, request.Owner, request.Now, request.Lease)!)]),
            cancellationToken);
}
