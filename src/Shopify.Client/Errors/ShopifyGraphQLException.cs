namespace Shopify.Client;

/// <summary>Shopify refused the operation or a part of it: a document or variable that is wrong, a field that may not be read, an internal error.</summary>
/// <seealso href="https://shopify.dev/docs/api/usage/response-codes"/>
public sealed class ShopifyGraphQLException : ShopifyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was refused.</param>
    /// <param name="errors">Shopify's entries.</param>
    public ShopifyGraphQLException(string message, IReadOnlyList<ShopifyGraphQLError> errors)
        : base(message) => Errors = errors;

    /// <summary>Shopify's entries, in order; not empty.</summary>
    public IReadOnlyList<ShopifyGraphQLError> Errors { get; }

    /// <summary>True when a part of the data came with the errors; the raw form, <c>ExecuteAsync</c>, returns it.</summary>
    public bool HasPartialData { get; init; }

    /// <summary>True when any entry says <c>ACCESS_DENIED</c>: a scope or an approval is missing.</summary>
    public bool IsAccessDenied => Errors.Any(static error => error.Code == ShopifyErrorCodes.AccessDenied);
}
