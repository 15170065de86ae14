using System.Globalization;

namespace Shopify.Emulator.Graph;

/// <summary>An amount with its currency: Shopify's <c>MoneyV2</c>, and the two ways Shopify writes amounts (reference: money).</summary>
internal readonly record struct Money(decimal Amount, string CurrencyCode)
{
    /// <summary>Scalar <c>Decimal</c>: no trailing zeros, but always one decimal (<c>12.5</c>, <c>20.0</c>).</summary>
    public static string Normalised(decimal amount) => amount.ToString("0.0############", CultureInfo.InvariantCulture);

    /// <summary>Scalar <c>Money</c> and the webhooks' form: two decimals.</summary>
    public static string TwoDecimals(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
