namespace ShopBot.LoadTest.Growth;

/// <summary>The first third of a stretch beside its last third.</summary>
/// <param name="Of">What was looked at.</param>
/// <param name="First">Of the first third.</param>
/// <param name="Last">Of the last third.</param>
/// <param name="Limit">What the last third may be.</param>
/// <param name="Seconds">How long the stretch was.</param>
internal sealed record Trend(string Of, double First, double Last, double Limit, double Seconds)
{
    public bool IsFlat => Last <= Limit;
}
