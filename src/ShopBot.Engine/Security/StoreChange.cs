using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Security;

/// <summary>A change of a store's row that others may change at the same time.</summary>
internal static class StoreChange
{
    private const int Attempts = 5;

    /// <returns>The row as it is stored now; null when there is none.</returns>
    /// <exception cref="InvalidOperationException">Others changed it again and again.</exception>
    public static async Task<StoreRecord?> ApplyAsync(
        IStoreDirectory directory, Func<CancellationToken, ValueTask<StoreRecord?>> find, Func<StoreRecord, StoreRecord> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await find(cancellationToken).ConfigureAwait(false) is not { } record)
                return null;
            var changed = change(record);
            if (ReferenceEquals(changed, record))
                return record;
            if (await directory.SaveAsync(changed, cancellationToken).ConfigureAwait(false) == SaveStoreResult.Saved)
                return changed with { Version = record.Version + 1 };
        }

        throw new InvalidOperationException("The store was changed by others again and again; try once more.");
    }
}
