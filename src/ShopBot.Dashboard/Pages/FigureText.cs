using System.Globalization;

namespace ShopBot.Dashboard.Pages;

/// <summary>Numbers as people read them.</summary>
internal static class FigureText
{
    public static string Revenue(IEnumerable<FigureDay> days, string? currency)
    {
        var sums = days.SelectMany(day => day.Revenue).GroupBy(entry => entry.Key).Select(group => Money(group.Sum(entry => entry.Value), group.Key)).ToList();
        return sums.Count == 0 ? Money(0, currency) : string.Join(" + ", sums);
    }

    public static string Money(decimal amount, string? currency) => string.Create(CultureInfo.InvariantCulture, $"{amount:N2} {currency}").TrimEnd();

    public static string Share(long part, long whole) => whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.#} %");

    public static string Source(string source) => source switch
    {
        "link" => "Link",
        "qr" => "Printed code",
        "product" => "Button on product pages",
        "site" => "Button on every page",
        "ad" => "Advertisement",
        "catalog" => "WhatsApp catalogue",
        _ => source,
    };
}
