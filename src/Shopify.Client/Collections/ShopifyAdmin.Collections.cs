namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>One page of the collections published to the online store, by title. Scope: <c>read_products</c>.</summary>
    /// <param name="first">How many; 1 to 250.</param>
    /// <param name="after">The <see cref="Page{T}.EndCursor"/> of the page before; null for the first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is out of range.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public async Task<Page<CollectionSummary>> GetCollectionsAsync(int first, string? after = null, CancellationToken cancellationToken = default)
    {
        PageSize.Check(first, nameof(first));
        var operation = CollectionOperations.Page;
        var published = ShopifySearch.Field("published_status", "published").ToString();
        var data = await RequireAsync(operation, new CollectionsPageVariables(first, after, published), cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.Collections, "collections").ToPage(collection => collection.ToModel(shape));
    }

    /// <summary>All collections published to the online store, by title, page after page as they are asked for. Scope: <c>read_products</c>.</summary>
    /// <param name="pageSize">How many to read at once; 1 to 250, default 50.</param>
    /// <param name="maxItems">The most collections returned; 1 or more, default <see cref="ShopifyPaging.MaxDepth"/>.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The collections in order.</returns>
    /// <exception cref="ShopifyException">A call failed, thrown while enumerating.</exception>
    public IAsyncEnumerable<CollectionSummary> EnumerateCollectionsAsync(
        int pageSize = 50, int maxItems = ShopifyPaging.MaxDepth, CancellationToken cancellationToken = default) =>
        ShopifyPaging.EnumerateAsync((after, token) => GetCollectionsAsync(pageSize, after, token), null, maxItems, cancellationToken);

    /// <summary>One collection. Scope: <c>read_products</c>.</summary>
    /// <param name="collectionGid">The GID, <c>gid://shopify/Collection/1</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The collection, published or not; null when there is none with this id.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/queries/collectionByIdentifier"/>
    public Task<Collection?> GetCollectionAsync(string collectionGid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(collectionGid);
        return FindCollectionAsync(new IdentifierWire(collectionGid, null), cancellationToken);
    }

    /// <summary>Like <see cref="GetCollectionAsync"/>, by the last part of the collection's web address.</summary>
    /// <param name="handle">The handle, such as <c>summer-hats</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The collection, published or not; null when there is none with this handle.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public Task<Collection?> GetCollectionByHandleAsync(string handle, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(handle);
        return FindCollectionAsync(new IdentifierWire(null, handle), cancellationToken);
    }

    private async Task<Collection?> FindCollectionAsync(IdentifierWire identifier, CancellationToken cancellationToken)
    {
        var operation = CollectionOperations.Detail;
        var data = await FindAsync(operation, new CollectionDetailVariables(identifier), static data => data.Collection, cancellationToken).ConfigureAwait(false);
        return data?.Collection?.ToModel(new AnswerShape(Shop, operation.OperationName));
    }
}
