using ShopBot.Shopping.Settings;
using ShopBot.Shopping.Tests.Support;
using ShopBot.Testing;

namespace ShopBot.Shopping.Tests.Languages;

public sealed class LanguageTests
{
    private readonly FakeShop _shop = ShopChanges.Demo();

    [Theory]
    [InlineData("hola", "es", "Hola")]
    [InlineData("¿Tienen una taza azul?", "es", "encontré")]
    [InlineData("oi", "pt-BR", "Olá")]
    [InlineData("vocês têm camisa branca?", "pt-BR", "encontrei")]
    [InlineData("bonjour", "fr", "Bonjour")]
    [InlineData("est-ce que vous avez des bougies ?", "fr", "trouvé")]
    [InlineData("habt ihr auch blaue Becher?", "de", "gefunden")]
    [InlineData("नमस्ते", "hi", "नमस्ते")]
    [InlineData("halo", "id", "Halo")]
    [InlineData("هل لديكم قميص", "ar", "وجدت")]
    public async Task Customer_who_writes_in_a_language_is_answered_in_it(string text, string language, string answer)
    {
        var chat = Begin("en");

        await chat.SayAsync(text);

        Assert.Equal(language, chat.Document!.Locale);
        Assert.Contains(answer, MessageRendering.Render(Assert.Single(chat.Replies)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Blue mug")]
    [InlineData("menu")]
    [InlineData("Camisa")]
    [InlineData("12")]
    [InlineData("👍")]
    [InlineData("la vie en rose")]
    public async Task What_says_nothing_about_the_language_changes_nothing(string text)
    {
        var chat = Begin("en");
        await chat.SayAsync("hi");

        await chat.SayAsync(text);

        Assert.Equal("en", chat.Document!.Locale ?? "en");
    }

    [Fact]
    public async Task First_reply_is_in_the_stores_language_whatever_the_number()
    {
        _shop.Settings = new ShopSettings { Language = "de" };
        var chat = Begin("en");

        await chat.SayAsync("12345");

        Assert.Contains("Willkommen bei Demo Shop", MessageRendering.Render(Assert.Single(chat.Replies)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chosen_language_stays_whatever_is_written()
    {
        var chat = Begin("en");
        await chat.SayAsync("language");
        await chat.TapAsync("Français");
        Assert.Equal("fr", chat.Document!.Locale);

        await chat.SayAsync("Do you have a white shirt please");

        Assert.Equal("fr", chat.Document!.Locale);
    }

    [Fact]
    public async Task Language_the_store_does_not_speak_is_not_spoken()
    {
        _shop.Settings = new ShopSettings { Languages = ["en", "es"] };
        var chat = Begin("en");
        await chat.SayAsync("bonjour");
        Assert.Equal("en", chat.Document!.Locale ?? "en");

        await chat.SayAsync("language");

        Assert.Equal(["English", "Español"], MessageRendering.Choices(Assert.Single(chat.Replies)).Select(choice => choice.Title));
    }

    private TestConversation Begin(string locale) => new(Chat.WholeBotOf(_shop), new TestSettings { Locale = locale });
}
