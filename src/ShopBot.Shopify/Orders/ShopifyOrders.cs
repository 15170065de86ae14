using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Orders;
using Shopify.Client;

namespace ShopBot.Shopify.Orders;

/// <summary>Orders from the Admin API, never from a cache: they are asked for when something has changed.</summary>
internal sealed class ShopifyOrders(ShopifyClient client, ShopifySessions sessions, TimeProvider time) : IShopOrders
{
    private const int MaxCount = 10;

    /// <summary>How many of the shop's newest orders are looked through for the chat's reference, by which Shopify cannot search.</summary>
    private const int Recent = 50;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(8);

    public async ValueTask<IReadOnlyList<OrderCard>> GetOrdersAsync(StoreProfile store, OrderBuyer buyer, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(buyer);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var admin = client.Admin(await sessions.GetAsync(store.Id, either.Token).ConfigureAwait(false));
        var found = new Dictionary<string, OrderCard>(StringComparer.Ordinal);
        foreach (var order in await ByPhoneAsync(admin, buyer, count, either.Token).ConfigureAwait(false))
            found.TryAdd(order.Id, OrderMapping.ToCard(order));
        foreach (var order in await ByReferenceAsync(admin, buyer, either.Token).ConfigureAwait(false))
            found.TryAdd(order.Id, OrderMapping.ToCard(order));
        foreach (var id in buyer.KnownOrderIds.Where(id => !found.ContainsKey(id)).TakeLast(count).ToList())
        {
            if (await admin.GetOrderAsync(id, either.Token).ConfigureAwait(false) is { } order && await IsOwnAsync(admin, order.Id, order.CustomAttributes, buyer, either.Token).ConfigureAwait(false))
                found.TryAdd(order.Id, OrderMapping.ToCard(order));
        }

        return [.. found.Values.OrderByDescending(static order => order.PlacedAt).Take(count)];
    }

    public async ValueTask<OrderCard?> FindOrderAsync(StoreProfile store, OrderBuyer buyer, string orderName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(buyer);
        ArgumentException.ThrowIfNullOrWhiteSpace(orderName);
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var admin = client.Admin(await sessions.GetAsync(store.Id, either.Token).ConfigureAwait(false));
        foreach (var order in await admin.GetOrdersByNameAsync(orderName, either.Token).ConfigureAwait(false))
        {
            if (await IsOwnAsync(admin, order.Id, order.CustomAttributes, buyer, either.Token).ConfigureAwait(false))
                return OrderMapping.ToCard(order);
        }

        return null;
    }

    public async ValueTask<IReadOnlyList<OrderedLine>> GetLinesAsync(StoreProfile store, OrderBuyer buyer, string orderId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(buyer);
        ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var admin = client.Admin(await sessions.GetAsync(store.Id, either.Token).ConfigureAwait(false));
        if (await admin.GetOrderAsync(orderId, either.Token).ConfigureAwait(false) is not { } order || !await IsOwnAsync(admin, order.Id, order.CustomAttributes, buyer, either.Token).ConfigureAwait(false))
            return [];
        return [.. order.LineItems.Where(static line => line is { VariantId: not null, Quantity: > 0 }).Select(static line => new OrderedLine(line.VariantId!, line.Title, line.Quantity))];
    }

    public async ValueTask<bool> TagAsync(StoreProfile store, string orderId, string tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        var admin = client.Admin(await sessions.GetAsync(store.Id, cancellationToken).ConfigureAwait(false));
        return await DoneAsync(admin.AddOrderTagsAsync(orderId, [tag], cancellationToken)).ConfigureAwait(false);
    }

    public async ValueTask<bool> CancelAsync(StoreProfile store, string orderId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var admin = client.Admin(await sessions.GetAsync(store.Id, cancellationToken).ConfigureAwait(false));
        return await DoneAsync(admin.CancelOrderAsync(orderId, OrderCancelReason.Customer, notifyCustomer: false, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Refused for good is an answer; what may work later fails the turn, which runs again.</summary>
    private static async Task<bool> DoneAsync(Task<IReadOnlyList<ShopifyUserError>> change)
    {
        try
        {
            return (await change.ConfigureAwait(false)).Count == 0;
        }
        catch (ShopifyGraphQLException refused) when (refused.IsAccessDenied)
        {
            return false;
        }
    }

    private static async Task<IReadOnlyList<OrderSummary>> ByPhoneAsync(ShopifyAdmin admin, OrderBuyer buyer, int count, CancellationToken cancellationToken)
    {
        if (buyer.Phone is not { } phone || phone.Count(char.IsAsciiDigit) is < 7 or > 15)
            return [];
        try
        {
            return (await admin.GetOrdersByPhoneAsync(phone, count, cancellationToken).ConfigureAwait(false)).Items;
        }
        catch (ShopifyGraphQLException refused) when (refused.IsAccessDenied)
        {
            // Without approval for customers' numbers, orders made in the chat are still found by its reference.
            return [];
        }
    }

    private static async Task<IEnumerable<OrderSummary>> ByReferenceAsync(ShopifyAdmin admin, OrderBuyer buyer, CancellationToken cancellationToken)
    {
        var page = await admin.FindOrdersAsync(ShopifySearch.Field("status", "any"), Recent, null, cancellationToken).ConfigureAwait(false);
        return page.Items.Where(order => OrderOwnership.HasReference(order.CustomAttributes, buyer.Customer));
    }

    private static async ValueTask<bool> IsOwnAsync(
        ShopifyAdmin admin, string orderId, IReadOnlyList<OrderAttribute> attributes, OrderBuyer buyer, CancellationToken cancellationToken)
    {
        if (OrderOwnership.HasReference(attributes, buyer.Customer))
            return true;
        if (buyer.Phone is null)
            return false;
        try
        {
            return await admin.GetOrderContactAsync(orderId, cancellationToken).ConfigureAwait(false) is { } contact && OrderOwnership.HasPhone(contact, buyer);
        }
        catch (ShopifyGraphQLException refused) when (refused.IsAccessDenied)
        {
            return false;
        }
    }
}
