namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>Where the parcels of an order are: the light answer to "where is my order". Scope: <c>read_orders</c>.</summary>
    /// <param name="orderGid">The GID of the order, <c>gid://shopify/Order/1</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Up to 20 parcels, none before the first is sent; null when there is no order with this id.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Fulfillment"/>
    public async Task<IReadOnlyList<Fulfillment>?> GetFulfillmentsAsync(string orderGid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderGid);
        var operation = FulfillmentOperations.OfOrder;
        var data = await FindAsync(operation, new OrderFulfillmentsVariables(orderGid), static data => data.Order, cancellationToken).ConfigureAwait(false);
        return data?.Order?.Fulfillments.ToModels(new AnswerShape(Shop, operation.OperationName));
    }
}
