namespace WhatsApp.Client.Webhooks;

/// <summary>One line of a cart.</summary>
public sealed record OrderedProduct
{
    /// <summary>The product as the catalogue knows it.</summary>
    public required string ProductRetailerId { get; init; }

    /// <summary>How many.</summary>
    public required int Quantity { get; init; }

    /// <summary>Price of one as the person's app showed it; null when absent. Never charge it.</summary>
    public decimal? ItemPrice { get; init; }

    /// <summary>ISO 4217; null when absent.</summary>
    public string? Currency { get; init; }

    internal static OrderedProduct? Read(JsonTree json) => json.Id("product_retailer_id") is { } id && json.Int("quantity") is { } quantity
        ? new() { ProductRetailerId = id, Quantity = quantity, ItemPrice = json.Decimal("item_price"), Currency = json.Id("currency") }
        : null;
}
