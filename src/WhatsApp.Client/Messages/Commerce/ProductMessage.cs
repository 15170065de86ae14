using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// One product of the catalogue with picture, price and a button to see it. The platform makes the header.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/sell-products-and-services/share-products">sharing products</see>.
/// </summary>
/// <param name="CatalogId">The catalogue connected to the account.</param>
/// <param name="ProductRetailerId">The product's own id in the catalogue, usually its SKU.</param>
public sealed record ProductMessage(string CatalogId, string ProductRetailerId) : OutgoingMessage
{
    /// <summary>Text below the product, at most 1,024 characters; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Small text below that, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        checks.Optional("interactive.body.text", Body, InteractiveParts.MaxBody);
        checks.Optional("interactive.footer.text", Footer, InteractiveParts.MaxFooter);
        checks.Required("interactive.action.catalog_id", CatalogId, int.MaxValue);
        checks.Required("interactive.action.product_retailer_id", ProductRetailerId, int.MaxValue);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "product"u8, Body, footer: Footer);
        writer.WriteText("catalog_id"u8, CatalogId);
        writer.WriteText("product_retailer_id"u8, ProductRetailerId);
        InteractiveParts.End(writer);
    }
}
