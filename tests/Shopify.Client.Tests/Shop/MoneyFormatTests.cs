using System.Globalization;

namespace Shopify.Client.Tests.Shop;

public sealed class MoneyFormatTests
{
    [Theory]
    [InlineData("${{amount}}", "1134.65", "$1,134.65")]
    [InlineData("${{ amount }} USD", "0.5", "$0.50 USD")]
    [InlineData("{{amount_no_decimals}} ¥", "1134.65", "1,135 ¥")]
    [InlineData("€{{amount_with_comma_separator}}", "1134.65", "€1.134,65")]
    [InlineData("{{amount_no_decimals_with_comma_separator}} kr", "1134.5", "1.135 kr")]
    [InlineData("CHF {{amount_with_apostrophe_separator}}", "1134.65", "CHF 1'134.65")]
    [InlineData("{{amount_with_space_separator}} €", "1134.65", "1 134,65 €")]
    [InlineData("{{amount_no_decimals_with_space_separator}} €", "1134.65", "1 135 €")]
    [InlineData("{{amount_with_period_and_space_separator}}", "1134.65", "1 134.65")]
    [InlineData("<span class=money>&pound;{{amount}}</span>", "12", "£12.00")]
    [InlineData("<span class=\"money\">{{amount}} &euro;</span>", "-12.5", "-12.50 €")]
    [InlineData("Rs. {{amount}}", "999999.999", "Rs. 1,000,000.00")]
    public void Format_Template_WritesAsTheShopDoes(string template, string amount, string expected)
    {
        Assert.True(MoneyFormat.TryParse(template, out var format));

        Assert.Equal(expected, format!.Format(decimal.Parse(amount, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("$")]
    [InlineData("{{money}}")]
    [InlineData("<b>{{amount")]
    public void TryParse_NoKnownPlaceholder_IsRefused(string? template)
    {
        Assert.False(MoneyFormat.TryParse(template, out var format));
        Assert.Null(format);
    }
}
