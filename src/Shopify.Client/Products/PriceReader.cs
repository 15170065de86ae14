using System.Text.Json;

namespace Shopify.Client;

/// <summary>Reads amounts and ranges of them; each step begins at the property.</summary>
internal static class PriceReader
{
    public static MoneyV2? ReadMoney(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        decimal? amount = null;
        string? currency = null;
        if (!json.EnterObject())
            return null;
        while (json.NextField())
        {
            if (json.ValueTextEquals("amount"u8))
                amount = json.Number();
            else if (json.ValueTextEquals("currencyCode"u8))
                currency = json.Text(texts);
            else
                json.SkipField();
        }

        return amount is { } value && currency is not null ? new MoneyV2(value, currency) : null;
    }

    public static PriceRange? ReadRange(ref Utf8JsonReader json, RepeatedTexts texts) =>
        ReadPair(ref json, texts, "minVariantPrice"u8, "maxVariantPrice"u8) is ({ } min, { } max) ? new PriceRange(min, max) : null;

    public static (MoneyV2? Min, MoneyV2? Max) ReadCompareAt(ref Utf8JsonReader json, RepeatedTexts texts) =>
        ReadPair(ref json, texts, "minVariantCompareAtPrice"u8, "maxVariantCompareAtPrice"u8);

    public static PriceRange? ReadContextual(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        PriceRange? range = null;
        if (!json.EnterObject())
            return range;
        while (json.NextField())
        {
            if (json.ValueTextEquals("priceRange"u8))
                range = ReadRange(ref json, texts);
            else
                json.SkipField();
        }

        return range;
    }

    public static VariantPricing? ReadPricing(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        MoneyV2? price = null, before = null, unit = null;
        if (!json.EnterObject())
            return null;
        while (json.NextField())
        {
            if (json.ValueTextEquals("price"u8))
                price = ReadMoney(ref json, texts);
            else if (json.ValueTextEquals("compareAtPrice"u8))
                before = ReadMoney(ref json, texts);
            else if (json.ValueTextEquals("unitPrice"u8))
                unit = ReadMoney(ref json, texts);
            else
                json.SkipField();
        }

        return price is null ? null : new(price, before is not null && before.CurrencyCode == price.CurrencyCode && before.Amount > price.Amount ? before : null, unit);
    }

    private static (MoneyV2? Min, MoneyV2? Max) ReadPair(ref Utf8JsonReader json, RepeatedTexts texts, ReadOnlySpan<byte> minName, ReadOnlySpan<byte> maxName)
    {
        MoneyV2? min = null, max = null;
        if (!json.EnterObject())
            return default;
        while (json.NextField())
        {
            if (json.ValueTextEquals(minName))
                min = ReadMoney(ref json, texts);
            else if (json.ValueTextEquals(maxName))
                max = ReadMoney(ref json, texts);
            else
                json.SkipField();
        }

        return (min, max);
    }
}
