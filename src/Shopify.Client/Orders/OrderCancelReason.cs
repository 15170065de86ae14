namespace Shopify.Client;

/// <summary>Why an order was cancelled. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case; empty when not told.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderCancelReason"/>
public readonly record struct OrderCancelReason(string Value)
{
    /// <summary>The customer wanted it.</summary>
    public static OrderCancelReason Customer { get; } = new("CUSTOMER");

    /// <summary>The payment was declined.</summary>
    public static OrderCancelReason Declined { get; } = new("DECLINED");

    /// <summary>It looked fraudulent.</summary>
    public static OrderCancelReason Fraud { get; } = new("FRAUD");

    /// <summary>There was not enough stock.</summary>
    public static OrderCancelReason Inventory { get; } = new("INVENTORY");

    /// <summary>A mistake of the staff.</summary>
    public static OrderCancelReason Staff { get; } = new("STAFF");

    /// <summary>Another reason.</summary>
    public static OrderCancelReason Other { get; } = new("OTHER");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
