namespace Shopify.Client;

public sealed partial class ShopifyStorefront
{
    /// <summary>
    /// Up to ten products that go with one. Only the Storefront API knows them. Scope: <c>unauthenticated_read_product_listings</c>.
    /// </summary>
    /// <param name="productGid">The GID of the product, <c>gid://shopify/Product/1</c>.</param>
    /// <param name="intent">What kind; null for <see cref="ProductRecommendationIntent.Related"/>.</param>
    /// <param name="countryCode">The market for prices, ISO 3166-1 alpha-2; null for the shop's own.</param>
    /// <param name="languageCode">The language of texts, such as <c>DE</c>; null for the shop's own.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The products, the best first; null when the product cannot be seen through this API.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront/latest/queries/productRecommendations"/>
    public async Task<IReadOnlyList<RecommendedProduct>?> GetProductRecommendationsAsync(
        string productGid,
        ProductRecommendationIntent? intent = null,
        string? countryCode = null,
        string? languageCode = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(productGid);
        var operation = RecommendationOperations.OfProduct;
        var variables = new SfRecommendationsVariables(
            productGid, (intent ?? ProductRecommendationIntent.Related).Value, countryCode?.ToUpperInvariant(), languageCode?.ToUpperInvariant());
        var response = await ExecuteAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        var products = AnswerReader.Require(response, Shop, operation.OperationName).ProductRecommendations;
        return products is null ? null : [.. products.OfType<RecommendedProductWire>().Select(product => product.ToModel(shape))];
    }
}
