using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Orders;

/// <summary>What became of a customer's orders. Answers only what belongs to the customer who asks.</summary>
public interface IShopOrders
{
    /// <summary>The customer's newest orders, the newest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="buyer">Who asks.</param>
    /// <param name="count">At most this many; 1 to 10.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The orders; empty when the customer has none, or they cannot be told from others'.</returns>
    ValueTask<IReadOnlyList<OrderCard>> GetOrdersAsync(StoreProfile store, OrderBuyer buyer, int count, CancellationToken cancellationToken = default);

    /// <summary>One order by the number the customer sees.</summary>
    /// <param name="store">The store.</param>
    /// <param name="buyer">Who asks.</param>
    /// <param name="orderName">Such as <c>#1001</c> or <c>1001</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The order; null when there is none with this number that belongs to the customer.</returns>
    ValueTask<OrderCard?> FindOrderAsync(StoreProfile store, OrderBuyer buyer, string orderName, CancellationToken cancellationToken = default);

    /// <summary>What an order is made of, so that it can be ordered again.</summary>
    /// <param name="store">The store.</param>
    /// <param name="buyer">Who asks.</param>
    /// <param name="orderId">The order's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Its lines that are products; empty when the order is not the customer's, or the shop cannot tell.</returns>
    ValueTask<IReadOnlyList<OrderedLine>> GetLinesAsync(StoreProfile store, OrderBuyer buyer, string orderId, CancellationToken cancellationToken = default) => new([]);

    /// <summary>Puts a tag on an order.</summary>
    /// <param name="store">The store.</param>
    /// <param name="orderId">The order's id.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when the shop refuses or cannot.</returns>
    ValueTask<bool> TagAsync(StoreProfile store, string orderId, string tag, CancellationToken cancellationToken = default) => new(false);

    /// <summary>Calls an order off that was not paid, for its customer.</summary>
    /// <param name="store">The store.</param>
    /// <param name="orderId">The order's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when the shop refuses or cannot.</returns>
    ValueTask<bool> CancelAsync(StoreProfile store, string orderId, CancellationToken cancellationToken = default) => new(false);
}
