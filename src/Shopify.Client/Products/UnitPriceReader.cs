using System.Text.Json;

namespace Shopify.Client;

/// <summary>Gathers what a variant says of its unit price.</summary>
internal struct UnitPriceReader
{
    private MoneyV2? _price;
    private UnitPriceMeasurement? _measurement;
    private bool _hidden;

    /// <summary>Null unless the merchant shows it and all of it is known.</summary>
    public readonly MoneyV2? Price => Measurement is null ? null : _price;

    /// <summary>As <see cref="Price"/>.</summary>
    public readonly UnitPriceMeasurement? Measurement => _hidden || _price is null ? null : _measurement;

    /// <summary>Reads the property the reader stands at, when it is one of these.</summary>
    public bool TryRead(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        if (json.ValueTextEquals("showUnitPrice"u8))
            _hidden = json.Flag() == false;
        else if (json.ValueTextEquals("unitPrice"u8))
            _price = PriceReader.ReadMoney(ref json, texts);
        else if (json.ValueTextEquals("unitPriceMeasurement"u8))
            _measurement = ReadMeasurement(ref json, texts);
        else
            return false;
        return true;
    }

    private static UnitPriceMeasurement? ReadMeasurement(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        decimal? quantity = null;
        int? reference = null;
        string? unit = null, referenceUnit = null;
        if (!json.EnterObject())
            return null;
        while (json.NextField())
        {
            if (json.ValueTextEquals("quantityValue"u8))
                quantity = json.Number();
            else if (json.ValueTextEquals("quantityUnit"u8))
                unit = json.Text(texts);
            else if (json.ValueTextEquals("referenceValue"u8))
                reference = json.Integer();
            else if (json.ValueTextEquals("referenceUnit"u8))
                referenceUnit = json.Text(texts);
            else
                json.SkipField();
        }

        return quantity is { } content && reference is { } amount && unit is not null && referenceUnit is not null
            ? new(content, unit, amount, referenceUnit)
            : null;
    }
}
