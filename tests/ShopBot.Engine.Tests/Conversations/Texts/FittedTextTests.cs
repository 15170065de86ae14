using CsCheck;
using ShopBot.Engine.Conversations;

namespace ShopBot.Engine.Tests.Conversations.Texts;

public sealed class FittedTextTests
{
    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("  trimmed  ", 10, "trimmed")]
    [InlineData("exactly ten", 11, "exactly ten")]
    [InlineData("one too long", 11, "one too lo…")]
    [InlineData("blank at  the cut", 10, "blank at…")]
    [InlineData("flag 🇩🇪🇫🇷", 9, "flag…")]
    [InlineData("flag 🇩🇪🇫🇷", 10, "flag 🇩🇪…")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 5, "…")]
    public void Cut_KeepsWrittenCharactersWhole(string text, int most, string expected) => Assert.Equal(expected, FittedText.Cut(text, most));

    [Fact]
    public void Cut_AnyText_FitsAndIsCutBetweenCharacters() => Gen.Select(Gen.String[0, 60], Gen.Int[4, 40]).Sample((text, most) =>
    {
        var cut = FittedText.Cut(text, most);
        return cut.Length <= most
            && (cut == text.Trim() || (cut.EndsWith('…') && (cut.Length == 1 || text.Trim().StartsWith(cut[..^1], StringComparison.Ordinal))));
    });

    [Fact]
    public void Distinct_AnyTitles_FitDifferAndAreNotBlank() => Gen.OneOf<string>(Gen.String[0, 40], Gen.OneOf("", " ", "same", "same title that is far too long for a row")).Array[0, 10].Sample(titles =>
    {
        var result = FittedText.Distinct(titles, 24);
        return result.Count == titles.Length
            && result.Distinct(StringComparer.Ordinal).Count() == result.Count
            && result.All(title => title.Length is > 0 and <= 24 && title == title.Trim());
    });
}
