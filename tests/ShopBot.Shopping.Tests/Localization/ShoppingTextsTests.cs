using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Localization;
using ShopBot.Shopping.Understanding;

namespace ShopBot.Shopping.Tests.Localization;

public sealed partial class ShoppingTextsTests
{
    private static readonly string[] WordLists =
    [
        "WordsMenu", "WordsHelp", "WordsGreeting", "WordsBrowse", "WordsCart", "WordsCheckout", "WordsClear", "WordsDiscount", "WordsOrders", "WordsReorder", "WordsPerson", "WordsLanguage", "WordsCountry", "WordsConsent",
        "WordsThanks", "WordsYes", "WordsNo",
    ];

    public static TheoryData<string> Languages => [.. ShopLanguages.All];

    private static IEnumerable<MethodInfo> Members => typeof(ShoppingTexts)
        .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Where(method => method.ReturnType == typeof(string) && method.Name is not ("Words" or "Pieces"));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_every_text_and_uses_all_its_values(string language)
    {
        var texts = ShoppingTexts.For(language);
        Assert.All(Members, method =>
        {
            var values = method.GetParameters().Select((parameter, i) => parameter.ParameterType == typeof(int) ? (object)(4 + i) : $"value {i}").ToArray();

            var text = (string)method.Invoke(texts, values)!;

            Assert.False(string.IsNullOrWhiteSpace(text), NameOf(method));
            Assert.DoesNotContain("{", text, StringComparison.Ordinal);
            Assert.All(values, value => Assert.Contains(Convert.ToString(value, CultureInfo.InvariantCulture)!, text, StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_its_own_texts(string language)
    {
        var (english, texts) = (ShoppingTexts.For("en"), ShoppingTexts.For(language));
        var same = Members.Where(method => method.GetParameters().Length == 0 && NameOf(method).StartsWith("Ask", StringComparison.Ordinal)).Count(method => Equals(method.Invoke(english, []), method.Invoke(texts, [])));

        Assert.Equal(language == "en", same > 0);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_language_breaks_a_limit_of_the_platform(string language)
    {
        var texts = ShoppingTexts.For(language);
        Assert.All(Members, method =>
        {
            var longest = NameOf(method) switch
            {
                var name when name.EndsWith("Hint", StringComparison.Ordinal) => FittedText.RowDescription,
                ['B', 'u', 't', 't', 'o', 'n', ..] or ['L', 'i', 's', 't', ..] => FittedText.ButtonTitle,
                ['R', 'o', 'w', ..] => FittedText.RowTitle,
                // Room for what is put in.
                _ => 400,
            };
            var values = method.GetParameters().Select(parameter => parameter.ParameterType == typeof(int) ? (object)99 : "").ToArray();

            Assert.InRange(((string)method.Invoke(texts, values)!).Length, 1, longest);
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Buttons_of_one_message_differ(string language)
    {
        var texts = ShoppingTexts.For(language);
        string[][] together =
        [
            [texts.ButtonBrowse, texts.ButtonCart, texts.ButtonCheckout], [texts.ButtonBrowse, texts.ButtonCart, texts.ListMenu], [texts.ButtonCheckout, texts.ButtonChange, texts.ButtonKeepShopping],
            [texts.ButtonAdd, texts.ButtonQuantity, texts.ButtonChoose], [texts.ButtonAdd, texts.ButtonQuantity, texts.ButtonSimilar], [texts.ButtonNotify, texts.ButtonChoose, texts.ButtonSimilar],
            [texts.ButtonCart, texts.ButtonCheckout, texts.ButtonRemind], [texts.ButtonReorder, texts.ButtonPerson, texts.ButtonBrowse], [texts.ButtonConfirm, texts.ButtonCancelOrder],
            [texts.ButtonYes, texts.ButtonNo], [texts.ButtonCheckout, texts.ButtonCart, texts.ButtonNo], [texts.RowBrowse, texts.RowCart, texts.RowOrders, texts.RowPerson, texts.RowLanguage, texts.RowCountry, texts.RowReminders],
            [texts.RowRemove, texts.RowMore, texts.RowClear, texts.RowDiscount, texts.RowAll],
        ];

        Assert.All(together, titles => Assert.Distinct(titles));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_words_for_everything_and_none_means_two_things(string language)
    {
        var texts = ShoppingTexts.For(language);
        var meanings = WordLists.SelectMany(list => (texts.Words(list) ?? "").Split(',').Select(WordText.Fold).Where(phrase => phrase.Length > 0).Distinct().Select(phrase => (phrase, list))).ToList();

        Assert.Equal(WordLists, meanings.Select(meaning => meaning.list).Distinct());
        Assert.All(meanings.GroupBy(meaning => meaning.phrase), same => Assert.Single(same));
        Assert.NotEmpty(texts.Words("WordsFiller")!);
        Assert.NotEmpty(texts.Words("WordsAfter")!);
        Assert.NotEmpty(texts.Words("WordsMarks")!);
    }

    /// <summary>What a button or a text tells people to write is understood.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void What_help_says_to_write_is_understood(string language)
    {
        var texts = ShoppingTexts.For(language);
        var phrases = new Phrases(language, texts.Words, WordLists);
        var told = Bold().Matches(texts.Help).Select(match => WordText.Fold(match.Groups[1].Value)).ToList();

        Assert.True(told.Count >= 5, texts.Help);
        // The last one is STOP, which is the engine's.
        Assert.All(told.SkipLast(1), phrase => Assert.NotNull(phrases.Find(phrase)));
    }

    [Theory]
    [InlineData("en", 1, "1 item")]
    [InlineData("en", 2, "2 items")]
    [InlineData("ar", 1, "منتج واحد")]
    [InlineData("ar", 2, "منتجان")]
    [InlineData("ar", 3, "3 منتجات")]
    [InlineData("ar", 11, "11 منتجاً")]
    [InlineData("id", 5, "5 barang")]
    public void Amounts_follow_the_language(string language, int count, string expected) => Assert.Equal(expected, ShoppingTexts.For(language).Pieces(count));

    [Theory]
    [InlineData("en", 1, "kg", "€12.50 / kg")]
    [InlineData("en", 100, "ml", "€12.50 / 100 ml")]
    [InlineData("en", 1, "item", "€12.50 / item")]
    [InlineData("es", 1, "item", "€12.50 / unidad")]
    [InlineData("pt-BR", 1, "l", "€12.50 / l")]
    [InlineData("fr", 1, "item", "€12.50 / pièce")]
    [InlineData("de", 1, "item", "€12.50 / Stück")]
    [InlineData("hi", 1, "kg", "€12.50 प्रति कि.ग्रा.")]
    [InlineData("id", 1, "item", "€12.50 / buah")]
    [InlineData("ar", 1, "kg", "€12.50 لكل كغ")]
    [InlineData("de", 1, "m2", "€12.50 / m²")]
    [InlineData("en", 2, "parsec", "€12.50 / 2 parsec")]
    public void Unit_prices_are_in_the_words_of_the_language(string language, int quantity, string unit, string expected)
    {
        var texts = ShoppingTexts.For(language);

        Assert.Equal(expected, texts.UnitPrice("€12.50", texts.Measure(quantity, unit)));
    }

    [Theory]
    [InlineData("it")]
    [InlineData("no such language!")]
    [InlineData("")]
    public void For_LanguageWithoutTexts_FallsBackToEnglish(string locale) => Assert.Equal("Add to cart", ShoppingTexts.For(locale).ButtonAdd);

    [Theory]
    [InlineData("de-AT", "In den Warenkorb")]
    [InlineData("pt", "Pôr no carrinho")]
    [InlineData("pt-PT", "Pôr no carrinho")]
    public void For_Region_HasItsLanguage(string locale, string expected) => Assert.Equal(expected, ShoppingTexts.For(locale).ButtonAdd);

    private static string NameOf(MethodInfo method) => method.Name.Replace("get_", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\*([^*]+)\*")]
    private static partial Regex Bold();
}
