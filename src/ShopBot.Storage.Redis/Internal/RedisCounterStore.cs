using System.Globalization;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.InMemory;
using StackExchange.Redis;

namespace ShopBot.Storage.Redis.Internal;

/// <summary>
/// Counters of all hosts, each call one atomic script. While Redis does not answer each host counts for itself: less exact, never without
/// a limit.
/// </summary>
internal sealed class RedisCounterStore(RedisLink link, TimeProvider time) : ICounterStore
{
    private readonly InMemoryCounterStore _alone = new(time);

    public async ValueTask<CounterAnswer> TakeAsync(string group, IReadOnlyList<CounterDemand> demands, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(demands);
        var keys = new RedisKey[demands.Count * 2];
        var values = new RedisValue[demands.Count * 6];
        for (var i = 0; i < demands.Count; i++)
        {
            var demand = demands[i];
            (keys[2 * i], keys[(2 * i) + 1]) = KeysOf(group, demand.Name);
            var at = 6 * i;
            values[at] = demand.Limit.IsWindow;
            values[at + 1] = demand.Amount;
            values[at + 2] = demand.Limit.Size;
            values[at + 3] = demand.Limit.IsWindow ? Micro(demand.Limit.Time) : demand.Limit.PerSecond;
            values[at + 4] = demand.WillSettle;
            values[at + 5] = demand.LeaveShare;
        }

        if (await TryRunAsync(Script.Take, keys, values, cancellationToken).ConfigureAwait(false) is not { Length: >= 3 } answer)
            return await _alone.TakeAsync(group, demands, cancellationToken).ConfigureAwait(false);
        if ((long)answer[0] == 1)
            return CounterAnswer.Taken with { Mark = double.TryParse((string?)answer[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var mark) ? mark : null };
        return new CounterAnswer(false, (int)answer[1], TimeSpan.FromMicroseconds((long)answer[2]));
    }

    public async ValueTask CountAsync(
        string group, string name, CounterLimit limit, int amount, int most, CancellationToken cancellationToken = default)
    {
        var (counter, window) = KeysOf(group, name);
        if (await TryRunAsync(Script.Count, [counter, window], [amount, limit.Size, Micro(limit.Time), most], cancellationToken).ConfigureAwait(false) is null)
            await _alone.CountAsync(group, name, limit, amount, most, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask SettleAsync(string group, CounterSettlement settlement, CancellationToken cancellationToken = default)
    {
        var report = settlement.Report ?? default;
        RedisValue[] values = [settlement.Taken, settlement.Spent, report.PerSecond > 0 ? report.Size : 0, report.PerSecond, report.Left, settlement.Mark is { } mark ? mark : RedisValue.EmptyString];
        if (await TryRunAsync(Script.Settle, [KeysOf(group, settlement.Name).Counter], values, cancellationToken).ConfigureAwait(false) is null)
            await _alone.SettleAsync(group, settlement, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask PauseAsync(string group, string name, TimeSpan time, CancellationToken cancellationToken = default)
    {
        if (await TryRunAsync(Script.Pause, [KeysOf(group, name).Counter], [Micro(time)], cancellationToken).ConfigureAwait(false) is null)
            await _alone.PauseAsync(group, name, time, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<RedisResult[]?> TryRunAsync(string script, RedisKey[] keys, RedisValue[] values, CancellationToken cancellationToken)
    {
        if (link.IsQuiet)
            return null;
        try
        {
            var result = await link.AskAsync(database => database.ScriptEvaluateAsync(script, keys, values), cancellationToken).ConfigureAwait(false);
            return result.Resp2Type == ResultType.Array ? (RedisResult[])result! : [result];
        }
        catch (RedisException)
        {
            return null;
        }
    }

    private (RedisKey Counter, RedisKey Window) KeysOf(string group, string name)
    {
        var counter = $"{link.Prefix}:{{limit:{group}}}:{name}";
        return (counter, counter + ":window");
    }

    private static long Micro(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
