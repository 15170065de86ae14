using Npgsql;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>Runs groups.</summary>
internal static class Group
{
    /// <summary>
    /// Runs the group as one transaction. When the database refuses a value, nobody knows which item it was in: the group is halved, in order, until the bad item
    /// stands alone. (Savepoints per item would take locks in the order of items, and could deadlock.)
    /// </summary>
    public static async Task<TResult[]> RunAsync<TItem, TResult>(TItem[] items, Func<TItem[], Task<TResult[]>> run, Func<string, TResult> refuse)
    {
        try
        {
            return await run(items).ConfigureAwait(false);
        }
        catch (PostgresException fault) when (Faults.IsBadValue(fault))
        {
            if (items.Length == 1)
                return [refuse($"The database refused a value ({fault.SqlState}).")];
            var half = items.Length / 2;
            var first = await RunAsync(items[..half], run, refuse).ConfigureAwait(false);
            var second = await RunAsync(items[half..], run, refuse).ConfigureAwait(false);
            return [.. first, .. second];
        }
    }
}
