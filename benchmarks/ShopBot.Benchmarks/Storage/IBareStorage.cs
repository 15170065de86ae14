namespace ShopBot.Benchmarks.Storage;

/// <summary>What a lone message stores, by hand: the same rows, and no questions asked.</summary>
internal interface IBareStorage
{
    /// <summary>One event, one commit.</summary>
    Task AppendAsync(int caller);

    /// <summary>One event and its turn with one reply, a commit each.</summary>
    Task AppendAndCommitAsync(int caller);
}
