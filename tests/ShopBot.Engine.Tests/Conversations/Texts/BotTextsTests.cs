using ShopBot.Engine.Conversations;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Tests.Support;

namespace ShopBot.Engine.Tests.Conversations.Texts;

public sealed class BotTextsTests
{
    private static readonly StoreId Store = StoreId.New(Incoming.Now);

    [Fact]
    public void Store_wording_comes_before_the_bots_and_falls_back_by_language()
    {
        var words = new FixedTexts(("Hello", "Hello {0}"), ("Items.one", "{0} item"), ("Items.other", "{0} items"));
        var store = new StoreTexts();
        store.Set(Store, [("de", "Hello", "Servus {0}"), ("", "Items.one", "one piece")]);
        var texts = new BotTexts([words, store]);

        Assert.Equal("Hello Ada", texts.Get("en", Store, "Hello", "Ada"));
        Assert.Equal("Servus Ada", texts.Get("de-AT", Store, "Hello", "Ada"));
        Assert.Equal("Hello Ada", texts.Get("de", StoreId.New(Incoming.Now), "Hello", "Ada"));
        Assert.Equal("one piece", texts.Get("en", Store, "Items", 1));
        Assert.Equal("2 items", texts.Get("en", Store, "Items", 2));
        Assert.Contains("UseTexts", Assert.Throws<InvalidOperationException>(() => texts.Get("en", Store, "Gone")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_choice_of_language_lasts()
    {
        var talk = new Talk(on =>
        {
            on.Says("deutsch", turn =>
            {
                turn.Context.SetLocale("de");
                return turn.Says(turn.Locale);
            });
            on.Says("nur hier", turn => turn.Says("German word"), language: "de");
            on.Otherwise(turn => turn.Says(turn.Locale));
        });

        Assert.Equal(["en"], (await talk.SayAsync("nur hier")).Texts);
        Assert.Equal(["de"], (await talk.SayAsync("Deutsch bitte")).Texts);
        Assert.Equal(["German word"], (await talk.SayAsync("nur hier")).Texts);
        Assert.Equal(["de"], (await talk.SayAsync("hm")).Texts);
    }

    [Theory]
    [InlineData("en", "other one other other other other other")]
    [InlineData("fr", "one one other other other other other")]
    [InlineData("ru", "many one few few many many one")]
    [InlineData("pl", "many one few few many many many")]
    [InlineData("ar", "zero one two few many many many")]
    [InlineData("ja", "other other other other other other other")]
    [InlineData("pt-PT", "other one other other other other other")]
    [InlineData("cs", "other one few few other other other")]
    [InlineData("hi-IN", "one one other other other other other")]
    public void Plural_forms_follow_the_language(string locale, string expected) =>
        Assert.Equal(expected, string.Join(' ', new long[] { 0, 1, 2, 3, 11, 14, 21 }.Select(n => PluralRules.Category(locale, n))));

    private sealed class FixedTexts(params (string Key, string Text)[] texts) : ITextSource
    {
        public string? Find(string locale, StoreId store, string key) => Array.Find(texts, text => text.Key == key).Text;
    }
}
