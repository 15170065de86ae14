namespace ShopBot.LoadTest.Growth;

/// <summary>What a run left behind.</summary>
/// <param name="Memory">Empty when the run was too short to tell.</param>
/// <param name="Tables">Empty when the run was too short to tell.</param>
/// <param name="BeyondRetention">Rows that should have gone and did not, by table.</param>
/// <param name="Removed">Rows that went when everything was aged at the end.</param>
/// <param name="RowsAtEnd">Rows of every table before that.</param>
/// <param name="Peaks">The most memory of each host, MiB.</param>
/// <param name="Faults">What does not hold.</param>
internal sealed record GrowthResult(
    IReadOnlyList<Trend> Memory, IReadOnlyList<Trend> Tables, IReadOnlyDictionary<string, long> BeyondRetention, long Removed, IReadOnlyDictionary<string, long> RowsAtEnd,
    IReadOnlyDictionary<string, double> Peaks, IReadOnlyList<string> Faults)
{
    public bool IsFlat => Faults.Count == 0;

    /// <summary>A line per figure, for a person.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var (host, peak) in Peaks)
            yield return FormattableString.Invariant($"{host}: at most {peak:F0} MiB");
        foreach (var trend in Memory)
            yield return FormattableString.Invariant($"{trend.Of}: {trend.First:F1} -> {trend.Last:F1} MiB over {trend.Seconds:F0} s (limit {trend.Limit:F1}){Mark(trend)}");
        foreach (var trend in Tables)
            yield return FormattableString.Invariant($"{(trend.Of == "size" ? "database, KiB" : $"rows of {trend.Of}")}: {trend.First:N0} -> {trend.Last:N0} over {trend.Seconds:F0} s (limit {trend.Limit:N0}){Mark(trend)}");
        yield return FormattableString.Invariant($"rows removed after ageing at the end: {Removed:N0}; beyond retention and still there: {BeyondRetention.Values.Sum():N0}");
        foreach (var fault in Faults)
            yield return fault;
    }

    private static string Mark(Trend trend) => trend.IsFlat ? "" : " GROWS";
}
