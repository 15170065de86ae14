using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;

namespace ShopBot.Shopify.Search;

/// <summary>One host's work on one shop's export: what it stored last, under which version.</summary>
internal sealed class ExportRun(IExportStore store, ExportRecord record, TimeProvider time)
{
    private ExportRecord _record = record;

    public StoreId Store => _record.Store;

    public ExportProgress Progress { get; private set; } = ExportProgress.Read(record.Progress);

    /// <summary>Stores a step, and when somebody has to go on.</summary>
    /// <returns>False when another host, or a request to begin anew, came first: leave it alone then.</returns>
    public async Task<bool> SaveAsync(ExportProgress progress, TimeSpan pause, CancellationToken cancellationToken)
    {
        var next = _record with { Progress = progress.ToBytes(), DueAt = time.GetUtcNow() + pause };
        if (!await store.SaveAsync(next, cancellationToken).ConfigureAwait(false))
            return false;
        _record = next with { Version = next.Version + 1 };
        Progress = progress;
        return true;
    }
}
