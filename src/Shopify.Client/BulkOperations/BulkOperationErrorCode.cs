namespace Shopify.Client;

/// <summary>Why a bulk operation failed. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case; empty when not told.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/BulkOperationErrorCode"/>
public readonly record struct BulkOperationErrorCode(string Value)
{
    /// <summary>A scope is missing: it fails again until it is granted.</summary>
    public static BulkOperationErrorCode AccessDenied { get; } = new("ACCESS_DENIED");

    /// <summary>Shopify's mistake: start it again.</summary>
    public static BulkOperationErrorCode InternalServerError { get; } = new("INTERNAL_SERVER_ERROR");

    /// <summary>It took too long: ask for less.</summary>
    public static BulkOperationErrorCode Timeout { get; } = new("TIMEOUT");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
