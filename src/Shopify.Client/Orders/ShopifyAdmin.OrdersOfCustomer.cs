namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>One page of a customer's orders, the newest first. Scopes: <c>read_orders</c>, <c>read_customers</c>.</summary>
    /// <param name="customerGid">The GID, <c>gid://shopify/Customer/1</c>.</param>
    /// <param name="first">How many; 1 to 250.</param>
    /// <param name="after">The <see cref="Page{T}.EndCursor"/> of the page before; null for the first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page; null when there is no customer with this id.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is out of range.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public async Task<Page<OrderSummary>?> GetOrdersOfCustomerAsync(
        string customerGid, int first = 10, string? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerGid);
        PageSize.Check(first, nameof(first));
        var operation = OrderOperations.OfCustomer;
        var variables = new OrdersOfCustomerVariables(customerGid, first, after);
        var data = await FindAsync(operation, variables, static data => data.Customer?.Orders, cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return data?.Customer is { } customer ? shape.Need(customer.Orders, "customer.orders").ToPage(order => order.ToModel(shape)) : null;
    }

    /// <summary>
    /// The newest orders of the customer who owns a phone number. Scopes: <c>read_orders</c>, <c>read_customers</c> (protected data of level 2).
    /// Guests who wrote the number only into an address are not found.
    /// </summary>
    /// <param name="phone">The number in international form, with or without <c>+</c>, as a WhatsApp id has it.</param>
    /// <param name="first">How many; 1 to 250.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The first page; empty when no customer has the number. For more use <see cref="GetOrdersOfCustomerAsync"/>.</returns>
    /// <exception cref="ArgumentException">The number holds no digits, or <paramref name="first"/> is out of range.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    public async Task<Page<OrderSummary>> GetOrdersByPhoneAsync(string phone, int first = 10, CancellationToken cancellationToken = default)
    {
        PageSize.Check(first, nameof(first));
        var customer = await GetCustomerByPhoneAsync(phone, cancellationToken).ConfigureAwait(false);
        var orders = customer is null ? null : await GetOrdersOfCustomerAsync(customer.Id, first, null, cancellationToken).ConfigureAwait(false);
        return orders ?? new Page<OrderSummary>([], false, null);
    }
}
