using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage;

/// <summary>
/// Keeps stores near the code that asks for them with every message. The default keeps them in this process for five seconds; a shared one also
/// forgets on all hosts what one of them changed. Nothing relies on it but speed: an answer may be old by the cache's lifetime, and whoever
/// changes something reads storage. All members may be called concurrently.
/// </summary>
public interface IStoreCache
{
    /// <summary>Finds a store by id. A store that does not exist is not remembered.</summary>
    /// <param name="id">The store.</param>
    /// <param name="read">Reads it from storage.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<StoreSnapshot?> FindAsync(
        StoreId id, Func<CancellationToken, ValueTask<StoreSnapshot?>> read, CancellationToken cancellationToken = default);

    /// <summary>Finds a store's id by another name of it. A name that leads nowhere is not remembered.</summary>
    /// <param name="alias">Kind and value, such as <c>number:106540352242922</c>; nothing secret or personal.</param>
    /// <param name="read">Reads it from storage.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<StoreId?> FindIdAsync(string alias, Func<CancellationToken, ValueTask<StoreId?>> read, CancellationToken cancellationToken = default);

    /// <summary>Forgets a store that was changed, and names of it, everywhere. Does not throw when other hosts cannot be told.</summary>
    /// <param name="id">The store.</param>
    /// <param name="aliases">Names that may have changed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask ForgetAsync(StoreId id, IReadOnlyList<string> aliases, CancellationToken cancellationToken = default);
}
