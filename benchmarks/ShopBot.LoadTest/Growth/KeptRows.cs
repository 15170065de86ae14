namespace ShopBot.LoadTest.Growth;

/// <summary>
/// The rows of a database under test. Retention is 8 days at least, longer than any run: so the load test makes finished rows older by <see cref="Step"/>, and what is watched is that the
/// hosts' own sweep takes them away.
/// </summary>
internal abstract class KeptRows
{
    /// <summary>How much older rows are made; more than the 14 days for which hosts keep them.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromDays(15);

    /// <summary>Rows older than this were aged.</summary>
    protected static readonly TimeSpan Retention = TimeSpan.FromDays(14);

    /// <summary>The tables that retention empties.</summary>
    public abstract IEnumerable<string> Tables { get; }

    /// <summary>Rows of every table, and under <c>"size"</c> the database's size in KiB.</summary>
    public abstract Task<IReadOnlyDictionary<string, long>> CountAsync();

    /// <summary>Makes rows that were finished longer ago than this, and are not aged yet, older than the retention.</summary>
    public abstract Task AgeAsync(TimeSpan finishedSince);

    /// <summary>Rows beyond retention that are still there, by table; what may stay (dead letters) is not counted.</summary>
    public abstract Task<IReadOnlyDictionary<string, long>> BeyondRetentionAsync();
}
