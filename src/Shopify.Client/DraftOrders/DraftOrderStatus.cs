namespace Shopify.Client;

/// <summary>The state of a draft order. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case; empty when not told.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/DraftOrderStatus"/>
public readonly record struct DraftOrderStatus(string Value)
{
    /// <summary>Not yet paid; its invoice was not sent.</summary>
    public static DraftOrderStatus Open { get; } = new("OPEN");

    /// <summary>Its invoice was sent by e-mail.</summary>
    public static DraftOrderStatus InvoiceSent { get; } = new("INVOICE_SENT");

    /// <summary>Paid; it has become an order.</summary>
    public static DraftOrderStatus Completed { get; } = new("COMPLETED");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
