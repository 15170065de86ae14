using Npgsql;
using ShopBot.Engine.Storage;

namespace PostgresLaneSpike;

/// <summary>
/// The storage contract on PostgreSQL. Every transaction takes its locks in one order: names of new customers, lanes, event keys,
/// message references, outbox rows; each in key order. Claims never wait.
/// </summary>
internal sealed partial class PostgresLanes(NpgsqlDataSource source) : ILaneStore
{
    /// <summary>
    /// Runs the group as one transaction. When the database refuses a value, nobody knows which item it was in: the group is halved,
    /// in order, until the bad item stands alone.
    /// </summary>
    private static async ValueTask<IReadOnlyList<TResult>> RunGroupAsync<TItem, TResult>(
        IReadOnlyList<TItem> items, Func<IReadOnlyList<TItem>, Task<TResult[]>> run, Func<string, TResult> refuse)
    {
        if (items.Count == 0)
            return [];
        try
        {
            return await run(items);
        }
        catch (PostgresException e) when (e.SqlState.StartsWith("22", StringComparison.Ordinal) || e.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            if (items.Count == 1)
                return [refuse(e.SqlState)];
            var half = items.Count / 2;
            var first = await RunGroupAsync([.. items.Take(half)], run, refuse);
            var second = await RunGroupAsync([.. items.Skip(half)], run, refuse);
            return [.. first, .. second];
        }
    }
}
