namespace Shopify.Client;

/// <summary>Whether an order is paid. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case; empty when not told.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderDisplayFinancialStatus"/>
public readonly record struct OrderDisplayFinancialStatus(string Value)
{
    /// <summary>Payment is still to come.</summary>
    public static OrderDisplayFinancialStatus Pending { get; } = new("PENDING");

    /// <summary>The amount is reserved and not yet taken.</summary>
    public static OrderDisplayFinancialStatus Authorized { get; } = new("AUTHORIZED");

    /// <summary>Paid in full.</summary>
    public static OrderDisplayFinancialStatus Paid { get; } = new("PAID");

    /// <summary>Paid in part.</summary>
    public static OrderDisplayFinancialStatus PartiallyPaid { get; } = new("PARTIALLY_PAID");

    /// <summary>Paid, and given back in part.</summary>
    public static OrderDisplayFinancialStatus PartiallyRefunded { get; } = new("PARTIALLY_REFUNDED");

    /// <summary>Given back in full.</summary>
    public static OrderDisplayFinancialStatus Refunded { get; } = new("REFUNDED");

    /// <summary>The payment was called off.</summary>
    public static OrderDisplayFinancialStatus Voided { get; } = new("VOIDED");

    /// <summary>The reservation ended before the amount was taken.</summary>
    public static OrderDisplayFinancialStatus Expired { get; } = new("EXPIRED");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
