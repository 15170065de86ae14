using System.Globalization;

namespace Shopify.Emulator.Pricing;

/// <summary>Facts about currencies (reference: money).</summary>
internal static class Currencies
{
    private static readonly HashSet<string> NoDecimals =
        ["JPY", "KRW", "VND", "CLP", "PYG", "ISK", "UGX", "XAF", "XOF", "XPF", "RWF", "DJF", "GNF", "KMF", "BIF", "VUV"];

    private static readonly HashSet<string> ThreeDecimals = ["KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD"];

    private static readonly Lazy<IReadOnlyDictionary<string, (string Name, string Symbol)>> Known = new(static () =>
        CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(static c => new RegionInfo(c.Name)).DistinctBy(static r => r.ISOCurrencySymbol)
            .ToDictionary(static r => r.ISOCurrencySymbol, static r => (r.CurrencyEnglishName, r.CurrencySymbol)));

    public static int Decimals(string code) => NoDecimals.Contains(code) ? 0 : ThreeDecimals.Contains(code) ? 3 : 2;

    public static decimal Round(decimal amount, string code) => Math.Round(amount, Decimals(code), MidpointRounding.AwayFromZero);

    public static string NameOf(string code) => Known.Value.TryGetValue(code, out var known) ? known.Name : code;

    public static string SymbolOf(string code) => code switch
    {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        _ => Known.Value.TryGetValue(code, out var known) ? known.Symbol : code,
    };
}
