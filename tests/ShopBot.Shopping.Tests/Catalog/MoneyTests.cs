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

    [Fact]
    public void Add_OtherCurrency_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new Money(1, "EUR") + new Money(1, "USD"));

    [Fact]
    public void Multiply_GivesThePriceOfSeveral() => Assert.Equal(new Money(37.5m, "EUR"), new Money(12.5m, "EUR") * 3);
}
