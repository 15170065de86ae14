namespace Shopify.Emulator.Orders;

/// <summary>One line of an <see cref="EmulatedOrder"/>, as it was when it was bought.</summary>
public sealed record EmulatedOrderLine
{
    /// <summary>Numeric id of the line.</summary>
    public required long Id { get; init; }

    /// <summary>Numeric id of the variant.</summary>
    public required long VariantId { get; init; }

    /// <summary>Numeric id of the product.</summary>
    public required long ProductId { get; init; }

    /// <summary>Title of the product.</summary>
    public required string Title { get; init; }

    /// <summary>Title of the variant; null for a product without options.</summary>
    public string? VariantTitle { get; init; }

    /// <summary>Stock keeping unit, or null.</summary>
    public string? Sku { get; init; }

    /// <summary>Vendor of the product.</summary>
    public required string Vendor { get; init; }

    /// <summary>How many.</summary>
    public required int Quantity { get; init; }

    /// <summary>Price of one piece.</summary>
    public required decimal Price { get; init; }

    /// <summary>File name of the line's picture; null when there is none.</summary>
    public string? Image { get; init; }

    /// <summary>Line attributes, which webhooks call <c>properties</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];
}
