namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>
    /// One page of a collection's products in the collection's own order, drafts and unpublished ones included: look at
    /// <see cref="ProductSummary.Status"/>, or use <see cref="ProductQuery.CollectionId"/> for what shoppers may see. Scope: <c>read_products</c>.
    /// </summary>
    /// <param name="query">Which products.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page; null when there is no collection with this id.</returns>
    /// <exception cref="ArgumentException">A number in the query is out of range, or the collection id is blank.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/queries/collection"/>
    public async Task<Page<ProductSummary>?> GetCollectionProductsAsync(CollectionProductsQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var variables = CollectionProductsVariables.From(query, nameof(query));
        var data = await FindAsync(CollectionOperations.Products, variables, static data => data.Products, cancellationToken).ConfigureAwait(false);
        return data?.Products;
    }

    /// <summary>All products of a collection, page after page as they are asked for; otherwise as <see cref="GetCollectionProductsAsync"/>.</summary>
    /// <param name="query">Which products; <see cref="CollectionProductsQuery.First"/> is the size of the pages.</param>
    /// <param name="maxItems">The most products returned; 1 or more, default <see cref="ShopifyPaging.MaxDepth"/>.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The products in order; none when there is no collection with this id.</returns>
    /// <exception cref="ArgumentException">As for <see cref="GetCollectionProductsAsync"/>, thrown while enumerating.</exception>
    /// <exception cref="ShopifyException">A call failed, thrown while enumerating.</exception>
    public IAsyncEnumerable<ProductSummary> EnumerateCollectionProductsAsync(
        CollectionProductsQuery query, int maxItems = ShopifyPaging.MaxDepth, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ShopifyPaging.EnumerateAsync(
            async (after, token) => await GetCollectionProductsAsync(query with { After = after }, token).ConfigureAwait(false) ?? new([], false, null),
            query.After,
            maxItems,
            cancellationToken);
    }
}
