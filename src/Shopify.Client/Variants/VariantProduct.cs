using System.Text.Json;

namespace Shopify.Client;

/// <summary>The little of its product that a variant in a cart brings along.</summary>
internal sealed record VariantProduct(string? Id, string? Title, string? Status, bool HasOnlyDefaultVariant)
{
    public static VariantProduct? Read(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        if (!json.EnterObject())
            return null;
        string? id = null, title = null, status = null;
        bool? onlyDefault = null;
        while (json.NextField())
        {
            if (json.ValueTextEquals("id"u8))
                id = json.Text();
            else if (json.ValueTextEquals("title"u8))
                title = json.Text();
            else if (json.ValueTextEquals("status"u8))
                status = json.Text(texts);
            else if (json.ValueTextEquals("hasOnlyDefaultVariant"u8))
                onlyDefault = json.Flag();
            else
                json.SkipField();
        }

        return new(id, title, status, onlyDefault ?? false);
    }
}
