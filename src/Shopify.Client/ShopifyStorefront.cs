namespace Shopify.Client;

/// <summary>The Storefront API of one shop: what a shopper may do, called from a server.</summary>
/// <seealso href="https://shopify.dev/docs/api/storefront"/>
public sealed partial class ShopifyStorefront
{
    private readonly GraphQLTransport _transport;
    private readonly ShopifyCallPriority _priority;

    internal ShopifyStorefront(GraphQLTransport transport, ShopifyShop shop, ShopifyCallPriority priority)
    {
        _transport = transport;
        _priority = priority;
        Shop = shop;
    }

    /// <summary>The shop this view speaks to.</summary>
    public ShopifyShop Shop { get; }

    /// <summary>Runs a Storefront operation and returns data, errors and cost as they came.</summary>
    /// <typeparam name="TVariables">The variables' type.</typeparam>
    /// <typeparam name="TData">The type of <c>data</c>.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="cancellationToken">Ends the call, all waits included; it is the way to give a call an overall deadline.</param>
    /// <returns>The answer of the last attempt.</returns>
    /// <exception cref="ShopifyException">As for <see cref="ShopifyAdmin.ExecuteAsync"/>.</exception>
    public Task<ShopifyResponse<TData>> ExecuteAsync<TVariables, TData>(
        ShopifyOperation<TVariables, TData> operation, TVariables variables, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return _transport.ExecuteAsync(ShopifyApi.Storefront, Shop, _priority, operation, variables, cancellationToken);
    }
}
