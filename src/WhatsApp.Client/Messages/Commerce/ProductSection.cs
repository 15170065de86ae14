using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A group of products in a <see cref="ProductListMessage"/>.</summary>
/// <param name="Title">1 to 24 characters.</param>
/// <param name="ProductRetailerIds">The products' own ids in the catalogue, at least one.</param>
public sealed record ProductSection(string Title, IReadOnlyList<string> ProductRetailerIds)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ProductSection);

    internal static void Check(MessageChecks checks, MessagePath path, ProductSection? section)
    {
        checks.Label($"{path}.title", section?.Title, 24);
        var products = section?.ProductRetailerIds ?? [];
        checks.Count($"{path}.product_items", products.Count, 1, int.MaxValue);
        for (var i = 0; i < products.Count; i++)
            checks.Required($"{path}.product_items[{i}].product_retailer_id", products[i], int.MaxValue);
    }

    /// <summary>Writes the member <c>sections</c>.</summary>
    internal static void WriteAll(Utf8JsonWriter writer, IReadOnlyList<ProductSection> sections)
    {
        writer.WriteStartArray("sections"u8);
        for (var i = 0; i < sections.Count; i++)
            sections[i].Write(writer);
        writer.WriteEndArray();
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteText("title"u8, Title);
        writer.WriteStartArray("product_items"u8);
        for (var i = 0; i < ProductRetailerIds.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteText("product_retailer_id"u8, ProductRetailerIds[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
