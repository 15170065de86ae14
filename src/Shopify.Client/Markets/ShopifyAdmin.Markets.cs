namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>What products cost in a country, from the cheapest variant to the dearest. Scope: <c>read_products</c>.</summary>
    /// <param name="gids">GIDs of products; at most 250.</param>
    /// <param name="countryCode">The buyers' country, ISO 3166-1 alpha-2 such as <c>CH</c>. One the shop has no market for gives the shop's own prices.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>As many entries as ids and in their order; null where no product has the id.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Product#field-Product.fields.contextualPricing"/>
    public async Task<IReadOnlyList<PriceRange?>> GetProductPricesAsync(IReadOnlyList<string> gids, string countryCode, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gids);
        ArgumentException.ThrowIfNullOrWhiteSpace(countryCode);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(gids.Count, PageSize.Max, nameof(gids));
        if (gids.Count == 0)
            return [];
        var operation = MarketOperations.Prices;
        var data = await RequireAsync(operation, new ProductPricesVariables(gids, countryCode.ToUpperInvariant()), cancellationToken).ConfigureAwait(false);
        var nodes = new AnswerShape(Shop, operation.OperationName).Need(data.Nodes, "nodes");
        return nodes.Count == gids.Count
            ? [.. nodes.Select(static node => node?.ContextualPricing?.PriceRange?.ToModel())]
            : throw AnswerReader.Incomplete(Shop, operation.OperationName, "nodes");
    }
}
