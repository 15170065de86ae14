using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shopify.Client;

internal sealed record VariantsByIdsVariables(IReadOnlyList<string> Ids, string? Country, bool WithCountry);

/// <summary>The variants by id, at the places of their ids; null where there is none. The list is null when the answer had none.</summary>
[JsonConverter(typeof(VariantsByIdsConverter))]
internal sealed record VariantsByIdsData(IReadOnlyList<VariantSnapshot?>? Nodes);

internal sealed class VariantsByIdsConverter : DataConverter<VariantsByIdsData>
{
    protected override VariantsByIdsData ReadData(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        List<VariantSnapshot?>? nodes = null;
        while (json.NextField())
        {
            if (json.ValueTextEquals("nodes"u8))
                nodes = ReadNodes(ref json, texts);
            else
                json.SkipField();
        }

        return new(nodes);
    }

    private static List<VariantSnapshot?>? ReadNodes(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        if (!json.EnterArray())
            return null;
        var nodes = new List<VariantSnapshot?>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.StartObject)
            {
                nodes.Add(ReadSnapshot(ref json, texts));
            }
            else
            {
                json.Skip();
                nodes.Add(null);
            }
        }

        return nodes;
    }

    private static VariantSnapshot? ReadSnapshot(ref Utf8JsonReader json, RepeatedTexts texts) =>
        VariantReader.ReadNode(ref json, texts, out var product) is { } variant
            ? new()
            {
                Variant = variant,
                ProductId = product?.Id ?? throw new JsonException("The variant lacks 'product.id'."),
                ProductTitle = product.Title ?? throw new JsonException("The variant lacks 'product.title'."),
                ProductStatus = new(product.Status ?? string.Empty),
                HasOnlyDefaultVariant = product.HasOnlyDefaultVariant,
            }
            : null;
}
