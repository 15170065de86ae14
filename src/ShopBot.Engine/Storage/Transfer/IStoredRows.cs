using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.Transfer;

/// <summary>
/// Rows as they lie in storage, ciphertext as ciphertext: for moving a deployment to another provider, and for renewing the keys of a store. Not for the message path. A provider
/// that keeps nothing need not have it. May be called concurrently.
/// </summary>
public interface IStoredRows
{
    /// <summary>Lists stores by ascending id.</summary>
    /// <param name="after">The last store of the page before; null for the first page.</param>
    /// <param name="maxItems">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<StoreId>> ListStoresAsync(StoreId? after, int maxItems, CancellationToken cancellationToken = default);

    /// <summary>Reads rows by ascending key.</summary>
    /// <param name="table">The table.</param>
    /// <param name="store">Whose rows; null for a table of the deployment, and only for one.</param>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="maxRows">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<IReadOnlyList<object?>>> ReadAsync(
        StoredTable table, StoreId? store, IReadOnlyList<object?>? after, int maxRows, CancellationToken cancellationToken = default);

    /// <summary>Adds rows in one transaction; one whose key is there already stays as it is. What a row refers to must be there (<see cref="StoredTable.OfStore"/>).</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows; those of one call belong to one store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask AddAsync(StoredTable table, IReadOnlyList<IReadOnlyList<object?>> rows, CancellationToken cancellationToken = default);

    /// <summary>Puts other bytes into a column, in each row that still holds what was read.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The name of the column; one that holds ciphertext.</param>
    /// <param name="changes">The rows, their old and their new value; those of one call belong to one store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many rows were changed; others have a newer value or are gone.</returns>
    ValueTask<int> ReplaceAsync(StoredTable table, string column, IReadOnlyList<StoredChange> changes, CancellationToken cancellationToken = default);

    /// <summary>Puts names of customers under other hashes: each new one belongs to the customer of the old one, which is removed. A hash that is there already stays as it is.</summary>
    /// <param name="store">Whose customers.</param>
    /// <param name="changes">The old and the new hashes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask RehashAsync(StoreId store, IReadOnlyList<RehashedAlias> changes, CancellationToken cancellationToken = default);
}

/// <summary>A new value for a row that still has the old one.</summary>
/// <param name="Row">The row or its key.</param>
/// <param name="Before">The value that was read.</param>
/// <param name="After">The value to put there.</param>
public sealed record StoredChange(IReadOnlyList<object?> Row, byte[] Before, byte[] After);

/// <summary>A name that is found by another hash from now on.</summary>
/// <param name="Kind">The kind of the name, as stored.</param>
/// <param name="Before">The hash by which it is found now.</param>
/// <param name="After">The hash by which it will be found.</param>
/// <param name="Value">The name, encrypted for its new place.</param>
public sealed record RehashedAlias(long Kind, string Before, string After, byte[] Value);
