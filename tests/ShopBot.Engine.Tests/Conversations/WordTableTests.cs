using ShopBot.Engine.Conversations;

namespace ShopBot.Engine.Tests.Conversations;

public sealed class WordTableTests
{
    private readonly WordTable<string> _words = new();

    public WordTableTests()
    {
        _words.Add("hi", "greet");
        _words.Add("check", "look");
        _words.Add("check out", "pay");
        _words.Add("check out my cart", "pay now");
        _words.Add("café", "coffee");
        _words.Add("größe", "size");
        _words.Add("привет", "greet in Russian");
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("HI")]
    [InlineData("Hi!")]
    [InlineData("¡hi?!")]
    [InlineData("well, hi there")]
    [InlineData("hi\nthere")]
    [InlineData("👋hi👋")]
    public void Find_WholeWord_IsFoundInAnyCaseAndPunctuation(string text) => Assert.Equal("greet", _words.Find(text));

    [Theory]
    [InlineData("white")]
    [InlineData("white shirt")]
    [InlineData("high")]
    [InlineData("chi")]
    [InlineData("hi5")]
    [InlineData("h i")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("👋")]
    public void Find_PartOfAWord_IsNotFound(string text) => Assert.Null(_words.Find(text));

    [Theory]
    [InlineData("check", "look")]
    [InlineData("please check it", "look")]
    [InlineData("check out", "pay")]
    [InlineData("Check-out please", "pay")]
    [InlineData("hi, check out", "pay")]
    [InlineData("check out my cart, hi", "pay now")]
    public void Find_SeveralMatch_LongestWins(string text, string expected) => Assert.Equal(expected, _words.Find(text));

    [Theory]
    [InlineData("CAFE", "coffee")]
    [InlineData("Café", "coffee")]
    [InlineData("cafe\u0301", "coffee")]
    [InlineData("GRÖSSE", "size")]
    [InlineData("grosse", "size")]
    [InlineData("Große", "size")]
    [InlineData("ПРИВЕТ", "greet in Russian")]
    public void Find_AccentsAndScripts_AreComparedWithoutAccents(string text, string? expected) => Assert.Equal(expected, _words.Find(text));

    [Fact]
    public void Find_WordsOfAPhraseApart_IsNotFound() => Assert.Equal("look", _words.Find("check it out"));

    [Fact]
    public void Add_SamePhraseInOtherCase_IsRefused() => Assert.Throws<InvalidOperationException>(() => _words.Add("Check  OUT", "other"));

    [Theory]
    [InlineData("")]
    [InlineData(" ?! ")]
    public void Add_NoWord_IsRefused(string phrase) => Assert.Throws<ArgumentException>(() => _words.Add(phrase, "other"));

    [Fact]
    public void Find_EmptyTable_FindsNothing() => Assert.Null(new WordTable<string>().Find("hi"));

    [Theory]
    [InlineData("كتاب", "أريد كتاباً جديدا", null)]
    [InlineData("كتاب", "أريد كِتَاب", "found")]
    [InlineData("أهلا", "اهلا وسهلا", "found")]
    [InlineData("سلة", "اعرض السلة", null)]
    [InlineData("سلة", "اعرض سلـــة", "found")]
    [InlineData("कार्ट", "मेरा कार्ट दिखाओ", "found")]
    [InlineData("कार", "मेरा कार्ट दिखाओ", null)]
    [InlineData("मेनू", "मेनु", null)]
    [InlineData("सड़क", "सड़क", "found")]
    [InlineData("メニュー", "メニュー見せて", "found")]
    [InlineData("カゴ", "カコ", null)]
    [InlineData("购物车", "看看我的购物车吧", "found")]
    [InlineData("ตะกร้า", "ดูตะกร้าสินค้า", "found")]
    [InlineData("קניות", "עגלת קְנִיּוֹת", "found")]
    [InlineData("menü", "MENU", "found")]
    [InlineData("istanbul", "İSTANBUL", "found")]
    [InlineData("ışık", "ISIK", "found")]
    [InlineData("мой", "мои", null)]
    [InlineData("ещё", "еще раз", "found")]
    [InlineData("καλημέρα", "ΚΑΛΗΜΕΡΑ", "found")]
    [InlineData("số 5", "so ５", "found")]
    [InlineData("12", "١٢", "found")]
    [InlineData("smörgås", "smorgas", "found")]
    [InlineData("cart", "ｃａｒｔ", "found")]
    public void Find_OtherScripts_FollowTheirOwnIdeaOfTheSameWord(string phrase, string text, string? expected)
    {
        var words = new WordTable<string>();
        words.Add(phrase, "found");

        Assert.Equal(expected, words.Find(text));
    }

    [Fact]
    public void Add_ListOfPhrases_AddsEach()
    {
        var words = new WordTable<string>();
        words.Add("book, make an appointment", "found");

        Assert.Equal("found", words.Find("I want to make an appointment"));
        Assert.Equal("found", words.Find("book"));
        Assert.Null(words.Find("make"));
    }

    [Fact]
    public void Find_SamePhraseInTwoLanguages_IsTheOneOfTheLanguage()
    {
        var words = new WordTable<string>();
        words.Add("gift", "poison", "de");
        words.Add("gift", "present", "en");

        Assert.Equal("poison", words.Find("gift", "de-CH"));
        Assert.Equal("present", words.Find("gift", "en"));
        Assert.Null(words.Find("gift", "den"));
        Assert.Throws<InvalidOperationException>(() => words.Add("GIFT", "again", "en-GB"));
    }
}
