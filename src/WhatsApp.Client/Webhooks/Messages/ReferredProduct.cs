namespace WhatsApp.Client.Webhooks;

/// <summary>The product of a catalogue that a message asks about.</summary>
public sealed record ReferredProduct
{
    /// <summary>The catalogue; null when absent.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The product as the catalogue knows it; null when absent.</summary>
    public string? ProductRetailerId { get; init; }

    internal static ReferredProduct Read(JsonTree json) => new()
    {
        CatalogId = json.Id("catalog_id"),
        ProductRetailerId = json.Id("product_retailer_id"),
    };
}
