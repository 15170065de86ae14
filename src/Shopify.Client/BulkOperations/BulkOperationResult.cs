namespace Shopify.Client;

/// <summary>What became of a request to start or call off a bulk operation.</summary>
/// <param name="Operation">The operation; null when it was refused.</param>
/// <param name="UserErrors">What was refused; empty when nothing was.</param>
public sealed record BulkOperationResult(BulkOperation? Operation, IReadOnlyList<ShopifyUserError> UserErrors)
{
    /// <summary>Whether as many run already as may at a time (five of each kind per app and shop): try again when one has ended.</summary>
    public bool IsBusy => UserErrors.Any(static error => error.Code == "OPERATION_IN_PROGRESS");
}
