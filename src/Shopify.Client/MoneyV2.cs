using System.Globalization;

namespace Shopify.Client;

/// <summary>An amount with its currency, Shopify's <c>MoneyV2</c>.</summary>
/// <param name="Amount">The amount; may be negative for refunds and adjustments.</param>
/// <param name="CurrencyCode">ISO 4217, such as <c>EUR</c>.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/MoneyV2"/>
public sealed record MoneyV2(decimal Amount, string CurrencyCode)
{
    /// <summary>The amount and the currency code, culture-free; not meant for shoppers.</summary>
    /// <returns>Such as <c>12.5 EUR</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {CurrencyCode}");
}
