using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Search;

/// <summary>
/// How far the reading of each store's whole catalogue is: one record per store, written only by who holds its current version, so that of several hosts one goes on.
/// All members may be called concurrently, from any number of processes.
/// </summary>
public interface IExportStore
{
    /// <summary>Reads a store's record; null when there is none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<ExportRecord?> FindAsync(StoreId store, CancellationToken cancellationToken = default);

    /// <summary>Writes a record when <see cref="ExportRecord.Version"/> is still the stored one (0: must not exist yet); it has the next version then.</summary>
    /// <param name="record">What to write.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when somebody else wrote in between; nothing is changed then.</returns>
    ValueTask<bool> SaveAsync(ExportRecord record, CancellationToken cancellationToken = default);

    /// <summary>Lists the records that are due, those that wait longest first.</summary>
    /// <param name="until">Only records whose <see cref="ExportRecord.DueAt"/> is not later.</param>
    /// <param name="maxItems">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IReadOnlyList<ExportRecord>> FindDueAsync(DateTimeOffset until, int maxItems, CancellationToken cancellationToken = default);
}
