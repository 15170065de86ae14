using System.Globalization;
using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Tests.Catalog;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("12.5", "EUR", "en", "€12.50")]
    [InlineData("12.5", "EUR", "de", "12,50 €")]
    [InlineData("1234.5", "EUR", "en", "€1,234.50")]
    [InlineData("1234.5", "EUR", "de", "1.234,50 €")]
    [InlineData("1234", "JPY", "en", "¥1,234")]
    [InlineData("1234", "JPY", "de", "1.234 ¥")]
    [InlineData("1.25", "KWD", "en", "KWD 1.250")]
    [InlineData("1.25", "KWD", "de", "1,250 KWD")]
    [InlineData("9.99", "XYZ", "en", "XYZ 9.99")]
    [InlineData("9.99", "XYZ", "de", "9,99 XYZ")]
    [InlineData("0", "USD", "en", "$0.00")]
    [InlineData("-5", "USD", "en-US", "-$5.00")]
    [InlineData("-5", "XYZ", "en-US", "-XYZ 5.00")]
    [InlineData("-5", "XYZ", "de", "-5,00 XYZ")]
    public void Format_CurrencyAndCulture_ReadAsThere(string amount, string currency, string culture, string expected)
    {
        var money = new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency);

        var text = money.Format(CultureInfo.GetCultureInfo(culture));

        Assert.Equal(expected, text.Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    [Theory]
    [InlineData(0, "JPY KRW VND CLP PYG ISK UGX XAF XOF XPF RWF DJF GNF KMF BIF VUV")]
    [InlineData(3, "KWD BHD OMR JOD TND IQD LYD")]
    [InlineData(2, "EUR USD GBP CHF SEK INR BRL MXN HUF TWD IDR COP CRC")]
    public void Format_EveryCurrency_HasItsOwnDecimals(int decimals, string currencies)
    {
        var digits = "1234" + (decimals == 0 ? "" : "." + "567"[..decimals]);
        foreach (var currency in currencies.Split(' '))
        {
            var text = new Money(decimal.Parse(digits, CultureInfo.InvariantCulture), currency).Format(CultureInfo.InvariantCulture);

            Assert.Contains("1,234" + digits[4..], text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\.\d{" + (decimals + 1) + "}", text);
        }
    }

    [Fact]
    public void Add_OtherCurrency_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new Money(1, "EUR") + new Money(1, "USD"));

    [Fact]
    public void Multiply_GivesThePriceOfSeveral() => Assert.Equal(new Money(37.5m, "EUR"), new Money(12.5m, "EUR") * 3);
}
