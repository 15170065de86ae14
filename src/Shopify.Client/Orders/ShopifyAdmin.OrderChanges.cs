namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>Adds tags to an order; those it has stay. Scope: <c>write_orders</c>.</summary>
    /// <param name="orderGid">The GID, <c>gid://shopify/Order/1</c>.</param>
    /// <param name="tags">The tags, at least one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What was refused; empty when it has the tags.</returns>
    /// <exception cref="ArgumentException">There are no tags.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/tagsAdd"/>
    public async Task<IReadOnlyList<ShopifyUserError>> AddOrderTagsAsync(string orderGid, IReadOnlyList<string> tags, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderGid);
        ArgumentNullException.ThrowIfNull(tags);
        if (tags.Count == 0)
            throw new ArgumentException("There is no tag.", nameof(tags));
        var operation = OrderOperations.Tag;
        var data = await RequireAsync(operation, new OrderTagVariables(orderGid, tags), cancellationToken).ConfigureAwait(false);
        return new AnswerShape(Shop, operation.OperationName).Need(data.TagsAdd, "tagsAdd").UserErrors.ToUserErrors();
    }

    /// <summary>Calls off an order, of which nothing was sent, and puts its stock back. Shopify does it behind the answer. Scope: <c>write_orders</c>.</summary>
    /// <param name="orderGid">The GID, <c>gid://shopify/Order/1</c>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="notifyCustomer">Whether Shopify writes to the customer. Default false.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What was refused; empty when it is under way.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/orderCancel"/>
    public async Task<IReadOnlyList<ShopifyUserError>> CancelOrderAsync(
        string orderGid, OrderCancelReason reason, bool notifyCustomer = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderGid);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason.Value, nameof(reason));
        var operation = OrderOperations.Cancel;
        var data = await RequireAsync(operation, new OrderCancelVariables(orderGid, reason.Value, Restock: true, notifyCustomer), cancellationToken).ConfigureAwait(false);
        return new AnswerShape(Shop, operation.OperationName).Need(data.OrderCancel, "orderCancel").OrderCancelUserErrors.ToUserErrors();
    }
}
