namespace ShopBot.Engine.Storage;

/// <summary>
/// Counts against limits that all hosts share. Every call is atomic, and the times are those of the store, so that hosts need not agree on the hour.
/// Counters are forgotten once nothing in them matters. Nobody waits inside: a refusal says when to ask again. All members may be called concurrently.
/// </summary>
/// <remarks>
/// Counters that are asked for together have one group, which is kept in one place. Groups and names are up to 256 characters, without
/// braces; nothing secret or personal is in them.
/// </remarks>
public interface ICounterStore
{
    /// <summary>Takes from several counters at once: from all, or from none.</summary>
    /// <param name="group">Where they are.</param>
    /// <param name="demands">What is wanted; 1 to 8, each another counter.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<CounterAnswer> TakeAsync(string group, IReadOnlyList<CounterDemand> demands, CancellationToken cancellationToken = default);

    /// <summary>Counts what happened without asking for it, as far as it may count.</summary>
    /// <param name="group">Where the counter is.</param>
    /// <param name="name">A counter with a window.</param>
    /// <param name="limit">Its window.</param>
    /// <param name="amount">How much happened.</param>
    /// <param name="most">At most this much is counted in this way within one window.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask CountAsync(string group, string name, CounterLimit limit, int amount, int most, CancellationToken cancellationToken = default);

    /// <summary>Replaces what was taken from a bucket by what it came to, and corrects the bucket by what its owner says of it.</summary>
    /// <param name="group">Where the counter is.</param>
    /// <param name="settlement">What became of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask SettleAsync(string group, CounterSettlement settlement, CancellationToken cancellationToken = default);

    /// <summary>Refuses a counter for a while. A pause never ends another one earlier.</summary>
    /// <param name="group">Where the counter is.</param>
    /// <param name="name">The counter.</param>
    /// <param name="time">How long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask PauseAsync(string group, string name, TimeSpan time, CancellationToken cancellationToken = default);
}

/// <summary>A limit: a window that holds so many in any stretch of time, or a bucket that refills.</summary>
public readonly record struct CounterLimit
{
    private CounterLimit(bool isWindow, double size, double perSecond, TimeSpan time) =>
        (IsWindow, Size, PerSecond, Time) = (isWindow, size, perSecond, time);

    /// <summary>Whether it is a window.</summary>
    public bool IsWindow { get; }

    /// <summary>How many fit into the window, or what a full bucket holds.</summary>
    public double Size { get; }

    /// <summary>What flows back into a bucket, per second.</summary>
    public double PerSecond { get; }

    /// <summary>How long a window is.</summary>
    public TimeSpan Time { get; }

    /// <summary>No more than this many in any stretch of this length.</summary>
    /// <param name="count">1 to 100,000.</param>
    /// <param name="time">The length; above zero.</param>
    public static CounterLimit Window(int count, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 100_000);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        return new(true, count, 0, time);
    }

    /// <summary>A bucket that begins full.</summary>
    /// <param name="size">What it holds; above zero.</param>
    /// <param name="perSecond">What flows back; above zero.</param>
    public static CounterLimit Bucket(double size, double perSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perSecond);
        return new(false, size, perSecond, TimeSpan.Zero);
    }
}

/// <summary>What is wanted of one counter.</summary>
/// <param name="Name">The counter.</param>
/// <param name="Limit">Its limit. A bucket whose owner reported size and rate keeps those.</param>
/// <param name="Amount">How much; of a window whole numbers. What is more than the limit waits for all of it.</param>
public readonly record struct CounterDemand(string Name, CounterLimit Limit, double Amount = 1)
{
    /// <summary>Whether <see cref="ICounterStore.SettleAsync"/> follows; until then it counts as under way.</summary>
    public bool WillSettle { get; init; }

    /// <summary>What has to stay behind in a bucket, as a share of its size; 0 to 1.</summary>
    public double LeaveShare { get; init; }
}

/// <summary>Whether it was taken.</summary>
/// <param name="IsTaken">From all counters, or from none.</param>
/// <param name="RefusedBy">Which demand was refused first; -1 when none was.</param>
/// <param name="RetryAfter">When it makes sense to ask again; zero when taken.</param>
public readonly record struct CounterAnswer(bool IsTaken, int RefusedBy, TimeSpan RetryAfter)
{
    /// <summary>It was taken.</summary>
    public static CounterAnswer Taken { get; } = new(true, -1, TimeSpan.Zero);

    /// <summary>What had been settled by then in the first bucket that will be settled, to be given to <see cref="CounterSettlement.Mark"/>; null when none will.</summary>
    public double? Mark { get; init; }
}

/// <summary>What became of points taken from a bucket.</summary>
/// <param name="Name">The counter.</param>
/// <param name="Taken">What was taken.</param>
/// <param name="Spent">What it came to.</param>
public readonly record struct CounterSettlement(string Name, double Taken, double Spent)
{
    /// <summary>The bucket as its owner reported it; null when it did not.</summary>
    public CounterReport? Report { get; init; }

    /// <summary>
    /// <see cref="CounterAnswer.Mark"/> of the taking. A report tells of some moment since then, so what others settled since may not be in it and is counted as
    /// gone. Null believes the report to be of this moment.
    /// </summary>
    public double? Mark { get; init; }
}

/// <summary>A bucket as its owner sees it.</summary>
/// <param name="Size">What it holds when full.</param>
/// <param name="PerSecond">What flows back.</param>
/// <param name="Left">What is in it.</param>
public readonly record struct CounterReport(double Size, double PerSecond, double Left);
