namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>
    /// One page of products: with words by relevance, otherwise by title. Scope: <c>read_products</c>. Search lags a few seconds behind changes.
    /// </summary>
    /// <param name="query">Which products.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException"><see cref="ProductQuery.First"/> is out of range, or the collection id holds no number.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public async Task<Page<ProductSummary>> GetProductsAsync(ProductQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        PageSize.Check(query.First, nameof(query));
        var search = SearchOf(query);
        var variables = new ProductsPageVariables(
            query.First,
            query.After,
            search.IsEmpty ? null : search.ToString(),
            search.HasWords ? "RELEVANCE" : "TITLE",
            query.Country?.ToUpperInvariant(),
            query.Country is not null);
        var operation = ProductOperations.Page;
        var data = await RequireAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.Products, "products").ToPage(product => product.ToModel(shape));
    }

    /// <summary>One product with up to 100 variants, its options and pictures. Scope: <c>read_products</c>.</summary>
    /// <param name="productGid">The GID, <c>gid://shopify/Product/1</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The product, whatever its status; null when there is none with this id.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public async Task<Product?> GetProductAsync(string productGid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(productGid);
        var operation = ProductOperations.Detail;
        var response = await ExecuteAsync(operation, new ProductDetailVariables(productGid), cancellationToken).ConfigureAwait(false);
        if (response.Errors.Any(static error => error.Code == ShopifyErrorCodes.ResourceNotFound))
            return null;
        var data = AnswerReader.Require(response, Shop, operation.OperationName);
        return data.Product?.ToModel(new AnswerShape(Shop, operation.OperationName));
    }

    private static ShopifySearch SearchOf(ProductQuery query)
    {
        var search = query.IncludeHidden ? ShopifySearch.Everything : ShopifySearch.Shoppable;
        if (query.CollectionId is { } collection)
            search = search.And(ShopifySearch.Field("collection_id", Gid.Number(collection, nameof(query))));
        return search.And(query.Search ?? ShopifySearch.Everything);
    }
}
