namespace ShopBot.LoadTest.Growth;

/// <summary>Rows of every table at one moment.</summary>
/// <param name="At">Seconds since the watch began.</param>
/// <param name="Rows">By table.</param>
internal sealed record TableSample(double At, IReadOnlyDictionary<string, long> Rows);
