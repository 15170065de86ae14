namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>Current price and stock of variants, for a cart before checkout. Scope: <c>read_products</c>.</summary>
    /// <param name="gids">GIDs of variants; more than 250 are asked for in several calls.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>As many entries as ids and in their order; null where no variant has the id.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public Task<IReadOnlyList<VariantSnapshot?>> GetVariantsAsync(IReadOnlyList<string> gids, CancellationToken cancellationToken = default) =>
        GetVariantsAsync(gids, null, cancellationToken);

    /// <summary>Like <see cref="GetVariantsAsync(IReadOnlyList{string}, CancellationToken)"/>, with the prices of a country beside those of the shop: <see cref="ProductVariant.ContextualPricing"/>.</summary>
    /// <param name="gids">GIDs of variants; more than 250 are asked for in several calls.</param>
    /// <param name="countryCode">The buyer's country, ISO 3166-1 alpha-2 such as <c>CH</c>; null for the shop's prices only.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>As many entries as ids and in their order; null where no variant has the id.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public async Task<IReadOnlyList<VariantSnapshot?>> GetVariantsAsync(IReadOnlyList<string> gids, string? countryCode, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gids);
        var operation = VariantOperations.ByIds;
        var shape = new AnswerShape(Shop, operation.OperationName);
        var found = new List<VariantSnapshot?>(gids.Count);
        foreach (var ids in gids.Chunk(PageSize.Max))
        {
            var data = await RequireAsync(operation, new VariantsByIdsVariables(ids, countryCode?.ToUpperInvariant(), countryCode is not null), cancellationToken).ConfigureAwait(false);
            var nodes = shape.Need(data.Nodes, "nodes");
            if (nodes.Count != ids.Length)
                throw AnswerReader.Incomplete(Shop, operation.OperationName, "nodes");
            found.AddRange(nodes);
        }

        return found;
    }
}
