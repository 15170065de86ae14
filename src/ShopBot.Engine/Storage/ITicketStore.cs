namespace ShopBot.Engine.Storage;

/// <summary>
/// Small values that are handed out and brought back once, soon: for example begun installations. Anybody may cause one to be written, so at
/// most <see cref="StorageRules.MaxTickets"/> are kept. All members may be called concurrently, from any number of processes.
/// </summary>
public interface ITicketStore
{
    /// <summary>
    /// Keeps a value until it is taken or ends. Ended ones are removed on the way; when there are too many, those that end first give way.
    /// </summary>
    /// <param name="key">The key, 1 to 128 characters. A value under the same key is replaced.</param>
    /// <param name="value">The value, at most 16 KiB.</param>
    /// <param name="expiresAt">From then on it is gone.</param>
    /// <param name="now">The caller's time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask PutAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Removes and returns a value in one step: of many callers at once one gets it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="now">The caller's time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The value; null when it is unknown, was taken before, or has ended.</returns>
    ValueTask<ReadOnlyMemory<byte>?> TakeAsync(string key, DateTimeOffset now, CancellationToken cancellationToken = default);
}
