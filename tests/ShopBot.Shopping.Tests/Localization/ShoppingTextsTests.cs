using System.Globalization;
using System.Reflection;
using ShopBot.Shopping.Localization;

namespace ShopBot.Shopping.Tests.Localization;

public sealed class ShoppingTextsTests
{
    public static TheoryData<string> Members => [.. typeof(ShoppingTexts)
        .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Where(method => method.ReturnType == typeof(string))
        .Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Members))]
    public void Every_member_has_a_text_that_uses_all_its_values(string member)
    {
        var method = typeof(ShoppingTexts).GetMethod(member)!;
        var values = method.GetParameters().Select((parameter, i) => parameter.ParameterType == typeof(int) ? (object)(4700 + i) : $"value {i}").ToArray();

        var text = (string)method.Invoke(ShoppingTexts.For("en"), values)!;

        Assert.NotEmpty(text);
        Assert.All(values, value => Assert.Contains(Convert.ToString(value, CultureInfo.InvariantCulture)!, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ButtonBrowse", 20)]
    [InlineData("ButtonCart", 20)]
    [InlineData("ButtonCheckout", 20)]
    [InlineData("ButtonAdd", 20)]
    [InlineData("ButtonChoose", 20)]
    [InlineData("ButtonChange", 20)]
    [InlineData("ButtonKeepShopping", 20)]
    [InlineData("ListCollections", 20)]
    [InlineData("ListProducts", 20)]
    [InlineData("ListVariants", 20)]
    [InlineData("ListCart", 20)]
    [InlineData("RowMore", 24)]
    [InlineData("RowClear", 24)]
    [InlineData("RowMoreHint", 72)]
    [InlineData("RowClearHint", 72)]
    public void Titles_fit_the_platform(string member, int most) =>
        Assert.InRange(((string)typeof(ShoppingTexts).GetProperty(member)!.GetValue(ShoppingTexts.For("en"))!).Length, 1, most);

    [Theory]
    [InlineData("de")]
    [InlineData("pt-BR")]
    [InlineData("no such language!")]
    [InlineData("")]
    public void For_LanguageWithoutTexts_FallsBackToEnglish(string locale) =>
        Assert.Equal("Add to cart", ShoppingTexts.For(locale).ButtonAdd);
}
