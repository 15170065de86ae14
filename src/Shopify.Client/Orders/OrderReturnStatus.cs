namespace Shopify.Client;

/// <summary>Where the returns of an order stand. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case; empty when not told.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderReturnStatus"/>
public readonly record struct OrderReturnStatus(string Value)
{
    /// <summary>Nothing is returned.</summary>
    public static OrderReturnStatus NoReturn { get; } = new("NO_RETURN");

    /// <summary>The customer asked for a return.</summary>
    public static OrderReturnStatus ReturnRequested { get; } = new("RETURN_REQUESTED");

    /// <summary>A return is under way.</summary>
    public static OrderReturnStatus InProgress { get; } = new("IN_PROGRESS");

    /// <summary>What came back was looked at.</summary>
    public static OrderReturnStatus InspectionComplete { get; } = new("INSPECTION_COMPLETE");

    /// <summary>Everything to be returned came back.</summary>
    public static OrderReturnStatus Returned { get; } = new("RETURNED");

    /// <summary>A return did not succeed.</summary>
    public static OrderReturnStatus ReturnFailed { get; } = new("RETURN_FAILED");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
