using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// Up to 30 products of the catalogue in sections; the customer can fill a cart and send it as an order.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/sell-products-and-services/share-products">sharing products</see>.
/// </summary>
/// <param name="Header">Text above the body; required, 1 to 60 characters.</param>
/// <param name="Body">1 to 1,024 characters.</param>
/// <param name="CatalogId">The catalogue connected to the account.</param>
/// <param name="Sections">One to ten, together at most 30 products.</param>
public sealed record ProductListMessage(string Header, string Body, string CatalogId, IReadOnlyList<ProductSection> Sections) : OutgoingMessage
{
    /// <summary>Small text below the body, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        checks.Required("interactive.header.text", Header, 60);
        InteractiveParts.Check(checks, Body, footer: Footer);
        checks.Required("interactive.action.catalog_id", CatalogId, int.MaxValue);
        checks.Count("interactive.action.sections", Sections?.Count ?? 0, 1, 10);
        var products = 0;
        for (var i = 0; i < (Sections?.Count ?? 0); i++)
        {
            ProductSection.Check(checks, $"interactive.action.sections[{i}]", Sections![i]);
            products += Sections[i]?.ProductRetailerIds?.Count ?? 0;
        }

        checks.Count("interactive.action.sections[].product_items", products, 0, 30);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "product_list"u8, Body, new MessageHeader.Text(Header), Footer);
        writer.WriteText("catalog_id"u8, CatalogId);
        ProductSection.WriteAll(writer, Sections);
        InteractiveParts.End(writer);
    }
}
