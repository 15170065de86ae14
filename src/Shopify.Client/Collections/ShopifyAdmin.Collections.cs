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
}
