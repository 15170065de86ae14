using ShopBot.Engine.Conversations;

namespace ShopBot.Engine.Tests.Conversations.Texts;

public sealed class EngineTextsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("it")]
    [InlineData("pt-BR")]
    [InlineData("hi")]
    [InlineData("id")]
    [InlineData("ar")]
    public void Every_language_says_everything_within_the_platforms_limits(string locale)
    {
        foreach (var text in Enum.GetValues<EngineText>())
            Assert.InRange(EngineTexts.Get(locale, text).Length, 1, text is EngineText.Choose ? FittedText.ButtonTitle : text is EngineText.More ? FittedText.RowTitle : FittedText.Body);
    }

    [Fact]
    public void Language_without_texts_speaks_English() => Assert.Equal(EngineTexts.Get("en", EngineText.Cancelled), EngineTexts.Get("sw-KE", EngineText.Cancelled));

    [Fact]
    public void Words_to_stop_to_start_and_to_cancel_are_different_in_every_language()
    {
        foreach (var language in EngineTexts.StopWords.Select(words => words.Language ?? "en"))
        {
            var optOut = new OptOutWords(new OptOutOptions());
            foreach (var words in EngineTexts.StopWords.Where(words => words.Language is null || words.Language == language).SelectMany(words => words.Words.Split(',')))
            {
                Assert.True(optOut.Read(words, language, muted: true));
                Assert.False(EngineTexts.IsCancel(words, language), words);
            }

            foreach (var words in EngineTexts.StartWords.Where(words => words.Language is null || words.Language == language).SelectMany(words => words.Words.Split(',')))
            {
                Assert.False(optOut.Read(words, language, muted: true));
                Assert.Null(optOut.Read(words, language, muted: false));
            }
        }
    }
}
