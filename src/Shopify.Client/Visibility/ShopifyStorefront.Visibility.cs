namespace Shopify.Client;

public sealed partial class ShopifyStorefront
{
    /// <summary>
    /// Any one product that this view of the API shows. Shopify shows a token only what is published to the app it belongs to, so that carts can fail
    /// although the shop sells: ask once before relying on them. Scope: <c>unauthenticated_read_product_listings</c>.
    /// </summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The product's GID; null when the API answers and shows none.</returns>
    /// <exception cref="ShopifyException">The call failed; access denied tells that the scope is missing.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront/latest/queries/products"/>
    public async Task<string?> FindVisibleProductAsync(CancellationToken cancellationToken = default)
    {
        var operation = VisibilityOperations.Products;
        var response = await ExecuteAsync(operation, NoVariables.Instance, cancellationToken).ConfigureAwait(false);
        var data = AnswerReader.Require(response, Shop, operation.OperationName);
        return new AnswerShape(Shop, operation.OperationName).Need(data.Products, "products").Present().FirstOrDefault()?.Id;
    }
}
