using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ShopBot.Engine.Storage;

namespace ShopBot.Benchmarks.Storage;

/// <summary>
/// What a lone message costs in a provider: its append, and both of its commits (append with claim, then the turn with one reply), rows of 600 bytes. Beside it the same rows by hand in as
/// many transactions. What grouping makes of many messages at once is told by the programs <c>sqlite</c> and <c>postgres</c>.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public abstract class StorageBenchmarks
{
    private Conversations _people = null!;
    private IBareStorage _bare = null!;

    /// <summary>Calls of each kind before anything is measured: the number measured is bounded too, so the compiler must have done its work by then.</summary>
    private protected virtual int WarmUp => 300;

    private protected abstract Task<(ILaneStore Lanes, IBareStorage Bare)> OpenAsync();

    private protected abstract Task CloseAsync();

    [GlobalSetup]
    public async Task SetupAsync()
    {
        (var lanes, _bare) = await OpenAsync();
        _people = new Conversations(lanes);
        await _people.WarmUpAsync();
        if (_bare is IBareSql sql)
            await sql.WarmUpAsync(64);
        for (var call = 0; call < WarmUp; call++)
        {
            await AppendByHand();
            await Append();
            await AppendAndCommitByHand();
            await AppendAndCommit();
        }
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _people.DisposeAsync();
        await CloseAsync();
    }

    [Benchmark(Baseline = true, Description = "append by hand")]
    [BenchmarkCategory("append")]
    public Task AppendByHand() => _bare.AppendAsync(0);

    [Benchmark(Description = "append")]
    [BenchmarkCategory("append")]
    public Task Append() => _people.AppendOneAsync(0);

    [Benchmark(Baseline = true, Description = "append, commit by hand")]
    [BenchmarkCategory("append and commit")]
    public Task AppendAndCommitByHand() => _bare.AppendAndCommitAsync(0);

    [Benchmark(Description = "append, commit")]
    [BenchmarkCategory("append and commit")]
    public Task AppendAndCommit() => _people.TurnOneAsync(0);
}
