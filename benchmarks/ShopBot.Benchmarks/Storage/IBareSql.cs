namespace ShopBot.Benchmarks.Storage;

/// <summary>The work of a provider by hand: the same rows, and no questions asked.</summary>
internal interface IBareSql : IBareStorage
{
    Task WarmUpAsync(int callers);

    /// <summary>One row, one commit.</summary>
    Task InsertOneAsync();

    /// <summary>Twenty turns, one commit.</summary>
    Task TwentyTurnsAsync(int caller);
}
