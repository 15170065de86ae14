namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>
    /// One page of products: with words by relevance, otherwise by title. Scope: <c>read_products</c>. Search lags a few seconds behind changes.
    /// </summary>
    /// <param name="query">Which products.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">A number in the query is out of range, or the collection id holds no number.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/queries/products"/>
    public async Task<Page<ProductSummary>> GetProductsAsync(ProductQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var operation = ProductOperations.Page;
        var response = await ExecuteAsync(operation, ProductsPageVariables.From(query, nameof(query)), cancellationToken).ConfigureAwait(false);
        var data = AnswerReader.Require(response, Shop, operation.OperationName);
        var page = new AnswerShape(Shop, operation.OperationName).Need(data.Products, "products");
        return response.SearchWarnings.Count == 0 ? page : page with { SearchWarnings = response.SearchWarnings };
    }

    /// <summary>All products that fit, page after page as they are asked for; otherwise as <see cref="GetProductsAsync"/>.</summary>
    /// <param name="query">Which products; <see cref="ProductQuery.First"/> is the size of the pages.</param>
    /// <param name="maxItems">The most products returned; 1 or more, default <see cref="ShopifyPaging.MaxDepth"/>.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The products in order.</returns>
    /// <exception cref="ArgumentException">As for <see cref="GetProductsAsync"/>, thrown while enumerating.</exception>
    /// <exception cref="ShopifyException">A call failed, thrown while enumerating.</exception>
    public IAsyncEnumerable<ProductSummary> EnumerateProductsAsync(
        ProductQuery query, int maxItems = ShopifyPaging.MaxDepth, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ShopifyPaging.EnumerateAsync((after, token) => GetProductsAsync(query with { After = after }, token), query.After, maxItems, cancellationToken);
    }

    /// <summary>One product with up to 100 variants, its options and pictures. Scope: <c>read_products</c>.</summary>
    /// <param name="productGid">The GID, <c>gid://shopify/Product/1</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The product, whatever its status; null when there is none with this id.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/queries/productByIdentifier"/>
    public Task<Product?> GetProductAsync(string productGid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(productGid);
        return FindProductAsync(new IdentifierWire(productGid, null), null, cancellationToken);
    }

    /// <summary>Like <see cref="GetProductAsync(string, CancellationToken)"/>, with the prices of a country beside those of the shop: <see cref="ProductVariant.ContextualPricing"/>.</summary>
    /// <param name="productGid">The GID, <c>gid://shopify/Product/1</c>.</param>
    /// <param name="countryCode">The buyer's country, ISO 3166-1 alpha-2 such as <c>CH</c>; null for the shop's prices only.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The product, whatever its status; null when there is none with this id.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public Task<Product?> GetProductAsync(string productGid, string? countryCode, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(productGid);
        return FindProductAsync(new IdentifierWire(productGid, null), countryCode, cancellationToken);
    }

    /// <summary>Like <see cref="GetProductAsync(string, CancellationToken)"/>, by the last part of the product's web address.</summary>
    /// <param name="handle">The handle, such as <c>green-hoodie</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The product, whatever its status; null when there is none with this handle.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public Task<Product?> GetProductByHandleAsync(string handle, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(handle);
        return FindProductAsync(new IdentifierWire(null, handle), null, cancellationToken);
    }

    private async Task<Product?> FindProductAsync(IdentifierWire identifier, string? country, CancellationToken cancellationToken)
    {
        var operation = ProductOperations.Detail;
        var data = await FindAsync(operation, new ProductDetailVariables(identifier, country?.ToUpperInvariant(), country is not null), static data => data.Product, cancellationToken).ConfigureAwait(false);
        return data?.Product;
    }
}
