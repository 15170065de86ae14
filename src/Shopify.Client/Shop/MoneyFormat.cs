using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Shopify.Client;

/// <summary>
/// A shop's own way of writing prices, such as <c>${{amount}}</c>, found in <see cref="ShopInfo.MoneyFormat"/>. Merchants may put HTML around
/// the number; it is taken off. Instances do not change.
/// </summary>
/// <seealso href="https://help.shopify.com/en/manual/international/pricing/currency-formatting"/>
public sealed partial class MoneyFormat
{
    private readonly string _template;

    private MoneyFormat(string template) => _template = template;

    /// <summary>Reads a template.</summary>
    /// <param name="template">The merchant's text; null counts as empty.</param>
    /// <param name="format">The format when the answer is true.</param>
    /// <returns>False when there is no placeholder that Shopify knows, so that nothing could be written.</returns>
    public static bool TryParse(string? template, out MoneyFormat? format)
    {
        var text = WebUtility.HtmlDecode(Tag().Replace(template ?? string.Empty, string.Empty)).Trim();
        format = Placeholder().IsMatch(text) ? new MoneyFormat(text) : null;
        return format is not null;
    }

    /// <summary>Writes an amount, rounded half away from zero to the decimals that the template shows: two or none.</summary>
    /// <param name="amount">The amount; a negative one begins with <c>-</c>.</param>
    /// <returns>The amount as the shop writes it.</returns>
    public string Format(decimal amount)
    {
        var text = Placeholder().Replace(_template, match => Number(Math.Abs(amount), match.Groups[1].Value));
        return amount < 0 ? "-" + text : text;
    }

    private static string Number(decimal amount, string name)
    {
        var decimals = name.Contains("no_decimals", StringComparison.Ordinal) ? 0 : 2;
        var (group, point) = name switch
        {
            _ when name.EndsWith("comma_separator", StringComparison.Ordinal) => (".", ","),
            _ when name.EndsWith("apostrophe_separator", StringComparison.Ordinal) => ("'", "."),
            _ when name.EndsWith("period_and_space_separator", StringComparison.Ordinal) => (" ", "."),
            _ when name.EndsWith("space_separator", StringComparison.Ordinal) => (" ", ","),
            _ => (",", "."),
        };
        var style = new NumberFormatInfo { NumberGroupSeparator = group, NumberDecimalSeparator = point, NumberDecimalDigits = decimals };
        return decimal.Round(amount, decimals, MidpointRounding.AwayFromZero).ToString("N", style);
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"\{\{\s*(amount(?:_no_decimals)?(?:_with_(?:comma|space|apostrophe)_separator)?|amount_with_period_and_space_separator)\s*\}\}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
