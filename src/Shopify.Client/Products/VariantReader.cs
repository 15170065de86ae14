using System.Text.Json;

namespace Shopify.Client;

/// <summary>Reads variants straight into the public models.</summary>
internal static class VariantReader
{
    /// <summary>Reads one variant, the reader standing at its opening brace.</summary>
    public static ProductVariant Read(ref Utf8JsonReader json, RepeatedTexts texts) =>
        ReadNode(ref json, texts, out _) ?? throw new JsonException("The variant lacks 'id'.");

    /// <summary>Reads one variant and the product beside it, which is null where it was not asked for; null for a node that is no variant.</summary>
    public static ProductVariant? ReadNode(ref Utf8JsonReader json, RepeatedTexts texts, out VariantProduct? product)
    {
        string? id = null, title = null, sku = null, policy = null, image = null;
        decimal? price = null, before = null;
        bool? available = null, tracked = null;
        int? sellable = null;
        var unit = new UnitPriceReader();
        VariantPricing? contextual = null;
        IReadOnlyList<SelectedOption> options = [];
        product = null;
        while (json.NextField())
        {
            if (json.ValueTextEquals("id"u8))
                id = json.Text();
            else if (json.ValueTextEquals("title"u8))
                title = json.Text(texts);
            else if (json.ValueTextEquals("sku"u8))
                sku = json.Text();
            else if (json.ValueTextEquals("price"u8))
                price = json.Number();
            else if (json.ValueTextEquals("compareAtPrice"u8))
                before = json.Number();
            else if (json.ValueTextEquals("availableForSale"u8))
                available = json.Flag();
            else if (json.ValueTextEquals("inventoryPolicy"u8))
                policy = json.Text(texts);
            else if (json.ValueTextEquals("sellableOnlineQuantity"u8))
                sellable = json.Integer();
            else if (json.ValueTextEquals("inventoryItem"u8))
                tracked = ReadTracked(ref json);
            else if (json.ValueTextEquals("selectedOptions"u8))
                options = OptionReader.ReadSelected(ref json, texts);
            else if (json.ValueTextEquals("media"u8))
                image = MediaReader.ReadFirstUrl(ref json);
            else if (unit.TryRead(ref json, texts))
                continue;
            else if (json.ValueTextEquals("contextualPricing"u8))
                contextual = PriceReader.ReadPricing(ref json, texts);
            else if (json.ValueTextEquals("product"u8))
                product = VariantProduct.Read(ref json, texts);
            else
                json.SkipField();
        }

        if (id is null)
            return null;
        var now = price ?? throw new JsonException("The variant lacks 'price'.");
        return new()
        {
            Id = id,
            Title = title ?? throw new JsonException("The variant lacks 'title'."),
            Sku = string.IsNullOrEmpty(sku) ? null : sku,
            Price = now,
            CompareAtPrice = before > now ? before : null,
            AvailableForSale = available ?? false,
            // The reported quantity binds only when stock is tracked and sales stop at zero.
            SellableOnlineQuantity = tracked != false && policy != "CONTINUE" ? sellable : null,
            UnitPrice = unit.Price,
            UnitPriceMeasurement = unit.Measurement,
            ContextualPricing = contextual is null || unit.Measurement is not null ? contextual : contextual with { UnitPrice = null },
            SelectedOptions = options,
            ImageUrl = image,
        };
    }

    private static bool? ReadTracked(ref Utf8JsonReader json)
    {
        bool? tracked = null;
        if (!json.EnterObject())
            return tracked;
        while (json.NextField())
        {
            if (json.ValueTextEquals("tracked"u8))
                tracked = json.Flag();
            else
                json.SkipField();
        }

        return tracked;
    }
}
