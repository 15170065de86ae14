namespace Shopify.Client;

/// <summary>
/// Something went wrong in or on the way to Shopify. The types below it are sorted by what the caller does next.
/// Messages and properties never hold tokens or shoppers' data.
/// </summary>
public class ShopifyException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed, for which shop and operation.</param>
    /// <param name="innerException">The cause, if any.</param>
    public ShopifyException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The shop the call was for; null when there was none.</summary>
    public ShopDomain? Shop { get; init; }

    /// <summary>The GraphQL operation or OAuth step; null when there was none.</summary>
    public string? OperationName { get; init; }

    /// <summary>The HTTP status of the answer; null when no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Shopify's <c>X-Request-Id</c>, wanted by its support; null when absent.</summary>
    public string? RequestId { get; init; }
}
