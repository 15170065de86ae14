using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text with 2 to 10 products of one catalogue side by side. There is no header and no footer.
/// See <see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/interactive-product-carousel-messages">product carousels</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters.</param>
/// <param name="CatalogId">The catalogue connected to the account.</param>
/// <param name="ProductRetailerIds">The products' own ids in the catalogue: 2 to 10.</param>
public sealed record ProductCarouselMessage(string Body, string CatalogId, IReadOnlyList<string> ProductRetailerIds) : OutgoingMessage
{
    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        InteractiveParts.Check(checks, Body);
        checks.Required("interactive.action.cards[].action.catalog_id", CatalogId, int.MaxValue);
        checks.Count("interactive.action.cards", ProductRetailerIds?.Count ?? 0, 2, 10);
        for (var i = 0; i < (ProductRetailerIds?.Count ?? 0); i++)
            checks.Required($"interactive.action.cards[{i}].action.product_retailer_id", ProductRetailerIds![i], int.MaxValue);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "carousel"u8, Body);
        writer.WriteStartArray("cards"u8);
        for (var i = 0; i < ProductRetailerIds.Count; i++)
            WriteCard(writer, i);
        writer.WriteEndArray();
        InteractiveParts.End(writer);
    }

    private void WriteCard(Utf8JsonWriter writer, int index)
    {
        writer.WriteStartObject();
        writer.WriteNumber("card_index"u8, index);
        writer.WriteString("type"u8, "product"u8);
        writer.WriteStartObject("action"u8);
        writer.WriteText("catalog_id"u8, CatalogId);
        writer.WriteText("product_retailer_id"u8, ProductRetailerIds[index]);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
