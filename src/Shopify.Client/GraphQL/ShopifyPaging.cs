using System.Runtime.CompilerServices;

namespace Shopify.Client;

/// <summary>
/// Walks through a connection page by page or item by item. A page is read only when it is asked for, so breaking off costs nothing.
/// The walk ends at the last page, at the given number of items, and when a page names a cursor that was named before
/// (it would go round for ever).
/// </summary>
/// <seealso href="https://shopify.dev/docs/api/usage/pagination-graphql"/>
public static class ShopifyPaging
{
    /// <summary>How deep Shopify lets a connection be read: 25,000 objects.</summary>
    public const int MaxDepth = 25_000;

    /// <summary>The pages of a connection.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="readPage">Reads the page after a cursor; the cursor of the first call is <paramref name="after"/>.</param>
    /// <param name="after">Where to begin; null at the beginning.</param>
    /// <param name="maxItems">No further page is read once this many items were seen; 1 or more, default <see cref="MaxDepth"/>. An empty page counts as one.</param>
    /// <param name="cancellationToken">Ends the walk, and the call under way.</param>
    /// <returns>The pages in order; at least one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxItems"/> is less than 1.</exception>
    public static IAsyncEnumerable<Page<T>> PagesAsync<T>(
        Func<string?, CancellationToken, Task<Page<T>>> readPage, string? after = null, int maxItems = MaxDepth, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(readPage);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxItems, 1);
        return WalkAsync(readPage, after, maxItems, cancellationToken);
    }

    /// <summary>The items of a connection.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="readPage">Reads the page after a cursor; the cursor of the first call is <paramref name="after"/>.</param>
    /// <param name="after">Where to begin; null at the beginning.</param>
    /// <param name="maxItems">The most items returned; 1 or more, default <see cref="MaxDepth"/>.</param>
    /// <param name="cancellationToken">Ends the walk, and the call under way.</param>
    /// <returns>The items in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxItems"/> is less than 1.</exception>
    public static IAsyncEnumerable<T> EnumerateAsync<T>(
        Func<string?, CancellationToken, Task<Page<T>>> readPage, string? after = null, int maxItems = MaxDepth, CancellationToken cancellationToken = default) =>
        ItemsAsync(PagesAsync(readPage, after, maxItems, cancellationToken), maxItems, cancellationToken);

    private static async IAsyncEnumerable<Page<T>> WalkAsync<T>(
        Func<string?, CancellationToken, Task<Page<T>>> readPage, string? after, int maxItems, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (after is not null)
            seen.Add(after);
        for (var items = 0; items < maxItems;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await readPage(after, cancellationToken).ConfigureAwait(false);
            yield return page;
            items += Math.Max(1, page.Items.Count);
            if (!page.HasNextPage || page.EndCursor is not { } next || !seen.Add(next))
                yield break;
            after = next;
        }
    }

    private static async IAsyncEnumerable<T> ItemsAsync<T>(
        IAsyncEnumerable<Page<T>> pages, int maxItems, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = maxItems;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                yield return item;
                if (--left == 0)
                    yield break;
            }
        }
    }
}
