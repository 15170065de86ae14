namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>
    /// One order with up to 50 lines and 20 parcels. Scopes: <c>read_orders</c>, and <c>read_products</c> for the lines' products.
    /// Orders older than 60 days are not found without <c>read_all_orders</c>.
    /// </summary>
    /// <param name="orderGid">The GID, <c>gid://shopify/Order/1</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The order; null when there is none with this id. Show it only to its buyer: compare with <see cref="GetOrderContactAsync"/>.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/queries/order"/>
    public async Task<Order?> GetOrderAsync(string orderGid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderGid);
        var operation = OrderOperations.Detail;
        var data = await FindAsync(operation, new OrderDetailVariables(orderGid), static data => data.Order, cancellationToken).ConfigureAwait(false);
        return data?.Order?.ToModel(new AnswerShape(Shop, operation.OperationName));
    }

    /// <summary>
    /// Whose order it is and the address of its status page. Scopes: <c>read_orders</c>, <c>read_customers</c>; protected customer data of level 2,
    /// of which fields that the app was not approved for come back as null.
    /// </summary>
    /// <param name="orderGid">The GID, <c>gid://shopify/Order/1</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The contact; null when there is no order with this id.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public async Task<OrderContact?> GetOrderContactAsync(string orderGid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderGid);
        var operation = OrderOperations.Contact;
        var data = await FindAsync(operation, new OrderContactVariables(orderGid), static data => data.Order, cancellationToken).ConfigureAwait(false);
        return data?.Order?.ToModel(new AnswerShape(Shop, operation.OperationName));
    }

    /// <summary>
    /// One page of the orders that fit a search, the newest first. Scope: <c>read_orders</c>. Search lags a few seconds behind, and cannot look for phone numbers.
    /// </summary>
    /// <param name="search">What to look for, such as <c>ShopifySearch.Field("cart_token", token)</c>.</param>
    /// <param name="first">How many; 1 to 250.</param>
    /// <param name="after">The <see cref="Page{T}.EndCursor"/> of the page before; null for the first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">The search is empty or <paramref name="first"/> is out of range.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/queries/orders"/>
    public async Task<Page<OrderSummary>> FindOrdersAsync(
        ShopifySearch search, int first = 10, string? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        if (search.IsEmpty)
            throw new ArgumentException("An empty search would list every buyer's orders.", nameof(search));
        PageSize.Check(first, nameof(first));
        var operation = OrderOperations.Search;
        var data = await RequireAsync(operation, new OrdersSearchVariables(search.ToString(), first, after), cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.Orders, "orders").ToPage(order => order.ToModel(shape));
    }

    /// <summary>The orders with exactly this name, which in rare shops is more than one. Scope: <c>read_orders</c>.</summary>
    /// <param name="name">As a buyer writes it: <c>#1001</c> or <c>1001</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The orders; empty when there are none. Show them only to their buyer: compare with <see cref="GetOrderContactAsync"/>.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public async Task<IReadOnlyList<OrderSummary>> GetOrdersByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var wanted = name.Trim();
        var found = await FindOrdersAsync(ShopifySearch.Field("name", wanted), cancellationToken: cancellationToken).ConfigureAwait(false);
        // The filter also finds names that only begin alike.
        return [.. found.Items.Where(order => SameName(order.Name, wanted))];
    }

    private static bool SameName(string name, string wanted) =>
        string.Equals(name.TrimStart('#'), wanted.TrimStart('#'), StringComparison.OrdinalIgnoreCase);
}
