using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Graph;

/// <summary>Type <c>UnitPriceMeasurement</c>, the same in both APIs.</summary>
internal static class MeasurementFields
{
    public static void Add(GraphModel model) => model.Type<CatalogMeasurement>("UnitPriceMeasurement")
        .Field("measuredType", static m => m.MeasuredType)
        .Field("quantityValue", static m => m.QuantityValue)
        .Field("quantityUnit", static m => m.QuantityUnit)
        .Field("referenceValue", static m => m.ReferenceValue)
        .Field("referenceUnit", static m => m.ReferenceUnit);
}
