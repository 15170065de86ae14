namespace Shopify.Client;

/// <summary>
/// The GraphQL Admin API of one shop. Comfortable methods unwrap the answer and throw a <see cref="ShopifyException"/>;
/// <see cref="ExecuteAsync"/> is the raw form and returns what Shopify said.
/// </summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql"/>
public sealed partial class ShopifyAdmin
{
    private readonly GraphQLTransport _transport;
    private readonly ShopifyCallPriority _priority;

    internal ShopifyAdmin(GraphQLTransport transport, ShopifyShop shop, ShopifyCallPriority priority)
    {
        _transport = transport;
        _priority = priority;
        Shop = shop;
    }

    /// <summary>The shop this view speaks to.</summary>
    public ShopifyShop Shop { get; }

    /// <summary>
    /// Runs an operation and returns data, errors and cost as they came. GraphQL errors inside an answer are values here, not exceptions.
    /// </summary>
    /// <typeparam name="TVariables">The variables' type.</typeparam>
    /// <typeparam name="TData">The type of <c>data</c>.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="cancellationToken">Ends the call, all waits included; it is the way to give a call an overall deadline.</param>
    /// <returns>The answer of the last attempt.</returns>
    /// <exception cref="ShopifyAuthenticationException">The token was refused.</exception>
    /// <exception cref="ShopifyThrottledException">Points did not come in time, or too many calls wait for them.</exception>
    /// <exception cref="ShopifyAccountException">The shop is closed, frozen, locked or moved, or the app may not do this.</exception>
    /// <exception cref="ShopifyGraphQLException">The request was refused with another HTTP status.</exception>
    /// <exception cref="ShopifyUnavailableException">No usable answer came in time.</exception>
    public Task<ShopifyResponse<TData>> ExecuteAsync<TVariables, TData>(
        ShopifyOperation<TVariables, TData> operation, TVariables variables, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return _transport.ExecuteAsync(ShopifyApi.Admin, Shop, _priority, operation, variables, cancellationToken);
    }

    private async Task<TData> RequireAsync<TVariables, TData>(
        ShopifyOperation<TVariables, TData> operation, TVariables variables, CancellationToken cancellationToken)
        where TData : class
    {
        var response = await ExecuteAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        return AnswerReader.Require(response, Shop, operation.OperationName);
    }
}
