namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>One page of a product's variants, in the merchant's order. Scope: <c>read_products</c>.</summary>
    /// <param name="productGid">The GID of the product, <c>gid://shopify/Product/1</c>.</param>
    /// <param name="first">How many; 1 to 250.</param>
    /// <param name="after">The <see cref="Page{T}.EndCursor"/> of the page before; null for the first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page; null when there is no product with this id.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is out of range.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Product"/>
    public Task<Page<ProductVariant>?> GetVariantsOfProductAsync(
        string productGid, int first = PageSize.Max, string? after = null, CancellationToken cancellationToken = default) =>
        GetVariantsOfProductAsync(productGid, null, first, after, cancellationToken);

    /// <summary>
    /// Like <see cref="GetVariantsOfProductAsync(string, int, string, CancellationToken)"/>, with the prices of a country beside those of the shop: <see cref="ProductVariant.ContextualPricing"/>.
    /// </summary>
    /// <param name="productGid">The GID of the product, <c>gid://shopify/Product/1</c>.</param>
    /// <param name="countryCode">The buyer's country, ISO 3166-1 alpha-2 such as <c>CH</c>; null for the shop's prices only.</param>
    /// <param name="first">How many; 1 to 250.</param>
    /// <param name="after">The <see cref="Page{T}.EndCursor"/> of the page before; null for the first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page; null when there is no product with this id.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is out of range.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public async Task<Page<ProductVariant>?> GetVariantsOfProductAsync(string productGid, string? countryCode, int first, string? after, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(productGid);
        PageSize.Check(first, nameof(first));
        var variables = new VariantsOfProductVariables(productGid, first, after, countryCode?.ToUpperInvariant(), countryCode is not null);
        var data = await FindAsync(ProductOperations.Variants, variables, static data => data.Variants, cancellationToken).ConfigureAwait(false);
        return data?.Variants;
    }

    /// <summary>
    /// All variants of a product, up to 2,048, page after page as they are asked for: for a product that
    /// <see cref="Product.HasMoreVariants"/>. Scope: <c>read_products</c>.
    /// </summary>
    /// <param name="productGid">The GID of the product, <c>gid://shopify/Product/1</c>.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The variants in the merchant's order; none when there is no product with this id.</returns>
    /// <exception cref="ShopifyException">A call failed, thrown while enumerating.</exception>
    public IAsyncEnumerable<ProductVariant> EnumerateVariantsOfProductAsync(string productGid, CancellationToken cancellationToken = default) =>
        EnumerateVariantsOfProductAsync(productGid, null, cancellationToken);

    /// <summary>Like <see cref="EnumerateVariantsOfProductAsync(string, CancellationToken)"/>, with the prices of a country beside those of the shop: <see cref="ProductVariant.ContextualPricing"/>.</summary>
    /// <param name="productGid">The GID of the product, <c>gid://shopify/Product/1</c>.</param>
    /// <param name="countryCode">The buyer's country, ISO 3166-1 alpha-2 such as <c>CH</c>; null for the shop's prices only.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The variants in the merchant's order; none when there is no product with this id.</returns>
    /// <exception cref="ShopifyException">A call failed, thrown while enumerating.</exception>
    public IAsyncEnumerable<ProductVariant> EnumerateVariantsOfProductAsync(string productGid, string? countryCode, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(productGid);
        return ShopifyPaging.EnumerateAsync(
            async (after, token) => await GetVariantsOfProductAsync(productGid, countryCode, PageSize.Max, after, token).ConfigureAwait(false) ?? new([], false, null),
            cancellationToken: cancellationToken);
    }
}
