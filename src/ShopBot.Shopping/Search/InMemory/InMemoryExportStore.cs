using System.Collections.Concurrent;
using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Search;

/// <summary>The records in this process's memory.</summary>
internal sealed class InMemoryExportStore : IExportStore
{
    private readonly ConcurrentDictionary<StoreId, ExportRecord> _records = [];

    public ValueTask<ExportRecord?> FindAsync(StoreId store, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_records.GetValueOrDefault(store));

    public ValueTask<bool> SaveAsync(ExportRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var next = record with { Version = record.Version + 1, Progress = record.Progress.ToArray() };
        if (record.Version == 0)
            return ValueTask.FromResult(_records.TryAdd(record.Store, next));
        return ValueTask.FromResult(
            _records.TryGetValue(record.Store, out var stored) && stored.Version == record.Version && _records.TryUpdate(record.Store, next, stored));
    }

    public ValueTask<IReadOnlyList<ExportRecord>> FindDueAsync(DateTimeOffset until, int maxItems, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<ExportRecord>>([.. _records.Values.Where(record => record.DueAt <= until).OrderBy(record => record.DueAt).Take(maxItems)]);

    public void Forget(StoreId store) => _records.TryRemove(store, out _);
}
