using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres.Internal;

namespace ShopBot.Storage.Postgres;

internal sealed partial class PostgresLaneStore
{
    public ValueTask<IReadOnlyList<CommitResult>> ParkAsync(
        IReadOnlyList<ParkItem> items, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        CommitAsync(items, lease, now, cancellationToken);

    public async ValueTask<IReadOnlyList<CommitResult>> CommitAsync(
        IReadOnlyList<CommitItem> items, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var results = new CommitResult[items.Count];
        foreach (var round in Rounds(items, results))
        {
            var answers = await CommitRoundAsync([.. round.Select(i => items[i])], lease, now, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < answers.Length; i++)
                results[round[i]] = answers[i];
        }

        return results;
    }

    private async Task<CommitResult[]> CommitRoundAsync(CommitItem[] items, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mark = Mark.Next();
        return await database.RunAsync(
            (connection, token) => Group.RunAsync(
                items,
                part => part is [TurnCommit { Absorb: { } absorbed } turn]
                    ? new CommitGroup(part, lease, now, mark).RunAbsorbingAsync(turn, absorbed, connection, token)
                    : new CommitGroup(part, lease, now, mark).RunAsync(connection, token),
                static reason => new CommitResult(CommitOutcome.Refused, Reason: reason)),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// One round nearly always. Items that touch the same thing twice (two turns of a lane, two answers to its sends) go one after the other, and a turn that takes over another lane goes alone.
    /// </summary>
    private static List<List<int>> Rounds(IReadOnlyList<CommitItem> items, CommitResult[] results)
    {
        var rounds = new List<List<int>>();
        var touched = new HashSet<(LaneKey, int)>();
        var open = false;
        for (var i = 0; i < items.Count; i++)
        {
            if (StorageRules.Check(items[i]) is { } reason)
            {
                results[i] = new CommitResult(CommitOutcome.Refused, Reason: reason);
                continue;
            }

            var alone = items[i] is TurnCommit { Absorb: not null };
            var sort = items[i] switch { SendCommit => 1, EventCommit => 2, StepCommit => 3, _ => 0 };
            var again = items[i] is StepCommit ? touched.Contains((items[i].Lane, 0)) : !touched.Add((items[i].Lane, sort));
            if (!open || alone || again)
            {
                rounds.Add([]);
                touched.Clear();
                touched.Add((items[i].Lane, sort));
            }

            rounds[^1].Add(i);
            open = !alone;
        }

        return rounds;
    }
}
