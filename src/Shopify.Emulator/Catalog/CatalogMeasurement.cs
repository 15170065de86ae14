namespace Shopify.Emulator.Catalog;

/// <summary>How much a variant holds, and of how much its unit price is told. Both units measure the same: volume, weight, length, area or number.</summary>
/// <param name="QuantityValue">How much it holds, such as 750; greater than 0.</param>
/// <param name="QuantityUnit">In what: Shopify's word, such as <c>ML</c>, <c>G</c> or <c>ITEM</c>.</param>
/// <param name="ReferenceValue">What the unit price is for, such as 1; greater than 0.</param>
/// <param name="ReferenceUnit">In what, such as <c>L</c>.</param>
/// <exception cref="ArgumentException">A value is not greater than 0, a unit is unknown, or the two measure different things.</exception>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/UnitPriceMeasurement"/>
public sealed record CatalogMeasurement(decimal QuantityValue, string QuantityUnit, int ReferenceValue, string ReferenceUnit)
{
    /// <summary>What each unit measures, and how much of the smallest it is.</summary>
    private static readonly Dictionary<string, (string Type, decimal Size)> Units = new()
    {
        ["ML"] = ("VOLUME", 1),
        ["CL"] = ("VOLUME", 10),
        ["L"] = ("VOLUME", 1000),
        ["M3"] = ("VOLUME", 1_000_000),
        ["FLOZ"] = ("VOLUME", 29.5735295625m),
        ["PT"] = ("VOLUME", 473.176473m),
        ["QT"] = ("VOLUME", 946.352946m),
        ["GAL"] = ("VOLUME", 3785.411784m),
        ["MG"] = ("WEIGHT", 0.001m),
        ["G"] = ("WEIGHT", 1),
        ["KG"] = ("WEIGHT", 1000),
        ["OZ"] = ("WEIGHT", 28.349523125m),
        ["LB"] = ("WEIGHT", 453.59237m),
        ["MM"] = ("LENGTH", 1),
        ["CM"] = ("LENGTH", 10),
        ["M"] = ("LENGTH", 1000),
        ["IN"] = ("LENGTH", 25.4m),
        ["FT"] = ("LENGTH", 304.8m),
        ["YD"] = ("LENGTH", 914.4m),
        ["M2"] = ("AREA", 1),
        ["FT2"] = ("AREA", 0.09290304m),
        ["ITEM"] = ("COUNT", 1),
    };

    internal string MeasuredType { get; } = QuantityValue > 0 && ReferenceValue > 0 && Units.TryGetValue(QuantityUnit, out var held) && Units.TryGetValue(ReferenceUnit, out var told) && held.Type == told.Type
        ? held.Type
        : throw new ArgumentException($"There is no unit price of {QuantityValue} {QuantityUnit} for {ReferenceValue} {ReferenceUnit}.");

    /// <summary>What the reference costs when all of it costs this; not rounded.</summary>
    internal decimal Of(decimal price) => price * ReferenceValue * Units[ReferenceUnit].Size / (QuantityValue * Units[QuantityUnit].Size);
}
