using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

internal sealed partial class PostgresLaneStore
{
    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(
        IReadOnlyList<AppendItem> items, ClaimRequest? claim, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var results = new AppendResult[items.Count];
        var good = new List<int>(items.Count);
        for (var i = 0; i < results.Length; i++)
        {
            if (StorageRules.Check(items[i]) is { } reason)
                results[i] = new AppendResult(AppendOutcome.Refused, Reason: reason);
            else
                good.Add(i);
        }

        // Replays are rare and go alone, in their place among the others.
        for (var start = 0; start < good.Count;)
        {
            var end = start;
            while (end < good.Count && items[good[end]] is not ReplayAppend)
                end++;
            var part = good[start..Math.Max(end, start + 1)];
            var answers = end == start
                ? [await ReplayAsync((ReplayAppend)items[good[start]], Left(claim, results), now, cancellationToken).ConfigureAwait(false)]
                : await AppendGroupAsync([.. part.Select(i => items[i])], Left(claim, results), now, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < answers.Length; i++)
                results[part[i]] = answers[i];
            start += part.Count;
        }

        return results;
    }

    private async Task<AppendResult[]> AppendGroupAsync(AppendItem[] items, ClaimRequest? claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mark = Mark.Next();
        return await database.RunAsync(
            (connection, repeated, token) => Group.RunAsync(
                items,
                part => AppendOnceAsync(part, claim, now, mark, repeated, connection, token),
                static reason => new AppendResult(AppendOutcome.Refused, Reason: reason)),
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AppendResult[]> AppendOnceAsync(
        AppendItem[] items, ClaimRequest? claim, DateTimeOffset now, long mark, bool repeated, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await new AppendGroup(items, claim, now, mark, repeated).RunAsync(connection, cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException fault) when (attempt < 4 && IsCustomerGone(fault))
            {
                // Merged into another customer or erased between look-up and append: who it is now is looked up again.
            }
        }
    }

    private static bool IsCustomerGone(PostgresException fault) =>
        fault is { SqlState: "23514", ConstraintName: "lanes_absorbed" } or { SqlState: "23503", TableName: "lanes" or "customer_aliases" };

    private async Task<AppendResult> ReplayAsync(ReplayAppend item, ClaimRequest? claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (claim is { MaxLanes: 0 } || claim?.Except.Contains(item.Store) == true)
            claim = null;
        var mark = Mark.Next();
        var lanes = new LaneColumns([item.Lane]);
        return await database.RunAsync(
            async (connection, token) =>
            {
                var result = new AppendResult(AppendOutcome.Refused, Reason: "There is no such dead letter.");
                var batch = new SqlBatch(connection);
                var load = new LaneLoad();
                batch.Query(LaneSql.Lock, static _ => { }, lanes.Stores, lanes.Channels, lanes.Customers);
                batch.Query(
                    AppendSql.Replay,
                    row =>
                    {
                        if (row.GetInt64(1) > 0)
                            result = new AppendResult(AppendOutcome.Appended, item.Lane, row.GetInt64(1));
                        else if (row.GetBoolean(3))
                            result = new AppendResult(AppendOutcome.Duplicate);
                    },
                    Value.Of(item.Lane.Store), Value.Of(item.Lane.Channel), Value.Of(item.Lane.Customer), Value.Of(item.Seq), Value.Of(item.EventKey), Value.Of(now), Value.Of(mark),
                    Value.Of(claim?.Owner), Value.Of(now + (claim?.Lease ?? TimeSpan.Zero)));
                load.AddWork(batch, lanes, mark);
                await batch.RunAsync(token).ConfigureAwait(false);
                return result with { Work = result.Outcome == AppendOutcome.Appended ? load.Work(item.Lane) : null };
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static ClaimRequest? Left(ClaimRequest? claim, AppendResult?[] results) =>
        claim is null ? null : claim with { MaxLanes = Math.Max(0, claim.MaxLanes - results.Count(result => result?.Work is not null)) };
}
