namespace Shopify.Emulator.Graph;

/// <summary>Templates in which the shop writes amounts, and the emulator's own pages too.</summary>
internal sealed record MoneyFormats(string CurrencyCode)
{
    public string Plain => CurrencyCode switch
    {
        "EUR" => "€{{amount_with_comma_separator}}",
        "GBP" => "£{{amount}}",
        "USD" => "${{amount}}",
        _ => $"{{{{amount}}}} {CurrencyCode}",
    };

    public string WithCurrency => Plain.EndsWith(CurrencyCode, StringComparison.Ordinal) ? Plain : $"{Plain} {CurrencyCode}";

    public string Format(decimal amount) => Plain
        .Replace("{{amount_with_comma_separator}}", Money.TwoDecimals(amount).Replace('.', ','), StringComparison.Ordinal)
        .Replace("{{amount}}", Money.TwoDecimals(amount), StringComparison.Ordinal);
}
