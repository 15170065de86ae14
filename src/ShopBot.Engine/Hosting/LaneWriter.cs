using Microsoft.Extensions.Options;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Diagnostics;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Hosting;

/// <summary>The engine's one way to write to lanes: groups what concurrent callers write into common transactions.</summary>
internal sealed class LaneWriter
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly ILaneStore _store;
    private readonly StoreActivity _activity;
    private readonly TimeProvider _time;
    private readonly EngineMetrics _metrics;
    private readonly ShopBotOptions _options;
    private readonly GroupedCalls<AppendItem, AppendResult> _appends;
    private readonly GroupedCalls<CommitItem, CommitResult> _commits;

    public LaneWriter(ILaneStore store, StoreActivity activity, TimeProvider time, EngineMetrics metrics, IOptions<ShopBotOptions> options)
    {
        _activity = activity;
        _store = store;
        _time = time;
        _metrics = metrics;
        _options = options.Value;
        _appends = new GroupedCalls<AppendItem, AppendResult>(WriteAppendsAsync, _options.MaxCommitGroup, _options.MaxWaitingEvents);
        _commits = new GroupedCalls<CommitItem, CommitResult>(WriteCommitsAsync, _options.MaxCommitGroup, int.MaxValue);
    }

    /// <summary>What this host can take now; asked before each append. Null: nothing.</summary>
    public Func<DateTimeOffset, ClaimRequest?> AppendClaim { get; set; } = _ => null;

    /// <summary>Ends with the commit; the results are the items' own.</summary>
    public Task<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<AppendItem> items) => _appends.RunAsync(items);

    public async Task<CommitResult> CommitAsync(CommitItem item) => (await _commits.RunAsync([item]).ConfigureAwait(false))[0];

    public async Task<CommitResult> ParkAsync(ParkItem item)
    {
        var results = await CallAsync("park", 1, now => _store.ParkAsync([item], _options.Lease, now.Time, now.Deadline)).ConfigureAwait(false);
        _activity.Touch(item.Lane.Store);
        return results[0];
    }

    private async Task<IReadOnlyList<AppendResult>> WriteAppendsAsync(IReadOnlyList<AppendItem> items)
    {
        var results = await CallAsync("append", items.Count, now => _store.AppendAsync(items, AppendClaim(now.Time), now.Time, now.Deadline)).ConfigureAwait(false);
        foreach (var item in items)
            _activity.Touch(item.Store);
        return results;
    }

    private async Task<IReadOnlyList<CommitResult>> WriteCommitsAsync(IReadOnlyList<CommitItem> items)
    {
        var results = await CallAsync("commit", items.Count, now => _store.CommitAsync(items, _options.Lease, now.Time, now.Deadline)).ConfigureAwait(false);
        foreach (var item in items)
            _activity.Touch(item.Lane.Store);
        return results;
    }

    private async Task<T> CallAsync<T>(string operation, int items, Func<(DateTimeOffset Time, CancellationToken Deadline), ValueTask<T>> call)
    {
        using var deadline = new CancellationTokenSource(Deadline, _time);
        var began = _time.GetTimestamp();
        string? fault = null;
        try
        {
            return await call((_time.GetUtcNow(), deadline.Token)).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            fault = e.GetType().Name;
            throw;
        }
        finally
        {
            _metrics.StorageCalled(operation, _time.GetElapsedTime(began), items, fault);
        }
    }
}
