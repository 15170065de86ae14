using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Search;

/// <summary>
/// Where a storage provider keeps the words of products. Every member answers from one store's rows alone. Words come folded (see <see cref="SearchWords"/>), so
/// a provider compares them letter by letter. All members may be called concurrently, from any number of processes; a change is found by calls that begin after it.
/// </summary>
public interface IProductIndex
{
    /// <summary>Finds products, those that fit best first: words of the title count more than keywords, those more than the description, and what is sold out comes later.</summary>
    /// <param name="store">The store.</param>
    /// <param name="query">What to look for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IReadOnlyList<ProductHit>> FindAsync(StoreId store, IndexQuery query, CancellationToken cancellationToken = default);

    /// <summary>Lists words of the store's titles and keywords that are written like a word: those that share most groups of letters with it first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="word">A folded word of at least three letters.</param>
    /// <param name="count">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IReadOnlyList<string>> FindWordsAsync(StoreId store, string word, int count, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds products, or replaces what is known of them, each by itself. One that was changed or removed later than <see cref="IndexEntry.ChangedAt"/> is only marked as seen.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="entries">The products, each once; at most 1,000.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask PutAsync(StoreId store, IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Forgets products. News that are older do not bring them back, until the next <see cref="CompleteAsync"/>.</summary>
    /// <param name="store">The store.</param>
    /// <param name="productIds">The products; at most 1,000.</param>
    /// <param name="at">When they went.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask RemoveAsync(StoreId store, IReadOnlyList<string> productIds, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Ends the reading of a whole catalogue: forgets what was not seen since it began, and notes that the index is filled.</summary>
    /// <param name="store">The store.</param>
    /// <param name="began">When the reading began.</param>
    /// <param name="at">The caller's time.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many products were forgotten.</returns>
    ValueTask<int> CompleteAsync(StoreId store, DateTimeOffset began, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Tells whether a store's index is filled.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IndexState> GetStateAsync(StoreId store, CancellationToken cancellationToken = default);
}
