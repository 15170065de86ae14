using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text with a button that opens the whole catalogue. The platform makes the header.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/sell-products-and-services/share-products">sharing products</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters.</param>
public sealed record CatalogMessage(string Body) : OutgoingMessage
{
    /// <summary>The product whose picture is shown; null for the first of the catalogue.</summary>
    public string? ThumbnailProductRetailerId { get; init; }

    /// <summary>Small text below the body, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        InteractiveParts.Check(checks, Body, footer: Footer);
        checks.Optional("interactive.action.parameters.thumbnail_product_retailer_id", ThumbnailProductRetailerId, int.MaxValue);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "catalog_message"u8, Body, footer: Footer);
        writer.WriteString("name"u8, "catalog_message"u8);
        if (ThumbnailProductRetailerId is not null)
        {
            writer.WriteStartObject("parameters"u8);
            writer.WriteText("thumbnail_product_retailer_id"u8, ThumbnailProductRetailerId);
            writer.WriteEndObject();
        }

        InteractiveParts.End(writer);
    }
}
