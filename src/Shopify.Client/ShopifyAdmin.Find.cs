namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>For reading one thing: null when Shopify has none with this id; denied fields below it read as null.</summary>
    private async Task<TData?> FindAsync<TVariables, TData, TPart>(
        ShopifyOperation<TVariables, TData> operation, TVariables variables, Func<TData, TPart?> part, CancellationToken cancellationToken)
        where TData : class
        where TPart : class
    {
        var response = await ExecuteAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        // An id of another type is an error to Shopify and nothing found to us.
        return response.Errors.Any(static error => error.Code == ShopifyErrorCodes.ResourceNotFound)
            ? null
            : PartialAnswer.Require(response, part, Shop, operation.OperationName);
    }
}
