using System.Globalization;

namespace ShopBot.Shopping.Catalog;

/// <summary>An amount in a currency.</summary>
/// <param name="Amount">The amount in whole units, such as 12.50.</param>
/// <param name="Currency">ISO 4217 code.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    private static readonly HashSet<string> NoDecimals =
        ["JPY", "KRW", "VND", "CLP", "PYG", "ISK", "UGX", "XAF", "XOF", "XPF", "RWF", "DJF", "GNF", "KMF", "BIF", "VUV"];

    private static readonly HashSet<string> ThreeDecimals = ["KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD"];

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["EUR"] = "€",
        ["USD"] = "$",
        ["GBP"] = "£",
        ["INR"] = "₹",
        ["JPY"] = "¥",
        ["BRL"] = "R$",
        ["ILS"] = "₪",
        ["KRW"] = "₩",
        ["TRY"] = "₺",
        ["VND"] = "₫",
        ["PLN"] = "zł",
        ["NGN"] = "₦",
    };

    /// <summary>Adds up amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => left.Currency == right.Currency
        ? left with { Amount = left.Amount + right.Amount }
        : throw new InvalidOperationException("Amounts of different currencies cannot be added.");

    /// <summary>The price of several pieces.</summary>
    public static Money operator *(Money money, int quantity) => money with { Amount = money.Amount * quantity };

    /// <summary>Adds up amounts of one currency; see the operator.</summary>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>The price of several pieces; see the operator.</summary>
    public static Money Multiply(Money money, int quantity) => money * quantity;

    /// <summary>The amount as a customer of that language reads it, with the currency's own number of decimals.</summary>
    public string Format(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        if (Symbols.TryGetValue(Currency, out var symbol))
        {
            format.CurrencySymbol = symbol;
        }
        else
        {
            // A code of letters stands apart from the number: "XYZ 9.99", "9,99 XYZ".
            var isBefore = format.CurrencyPositivePattern is 0 or 2;
            format.CurrencySymbol = Currency;
            format.CurrencyPositivePattern = isBefore ? 2 : 3;
            format.CurrencyNegativePattern = isBefore ? 9 : 8;
        }

        format.CurrencyDecimalDigits = NoDecimals.Contains(Currency) ? 0 : ThreeDecimals.Contains(Currency) ? 3 : 2;
        return Amount.ToString("C", format);
    }
}
