using System.Globalization;

namespace WhatsApp.Client.Tests.Texts;

public sealed class FitTests
{
    private const int Seed = 20_261_122;

    [Theory]
    [InlineData("", 20, "")]
    [InlineData("Confirm", 20, "Confirm")]
    [InlineData("exactly twenty chars", 20, "exactly twenty chars")]
    [InlineData("exactly twenty-1 char", 20, "exactly twenty-1 ch…")]
    [InlineData("Confirm the order now", 9, "Confirm…")]
    [InlineData("Confirm      ", 9, "Confirm")]
    [InlineData("abc", 1, "…")]
    [InlineData("Hi 👋🏽👋🏽", 6, "Hi 👋🏽…")]
    [InlineData("Hi 👋🏽👋🏽", 5, "Hi…")]
    [InlineData("👨‍👩‍👧‍👦 family", 8, "👨‍👩‍👧‍👦…")]
    [InlineData("👨‍👩‍👧‍👦 family", 7, "…")]
    [InlineData("🇩🇪🇫🇷🇮🇹", 4, "🇩🇪…")]
    [InlineData("cafe\u0301s", 5, "caf…")]
    [InlineData("क्षमा", 3, "…")]
    public void Cut_stands_between_visible_characters(string text, int limit, string expected) => Assert.Equal(expected, MessageText.Fit(text, limit));

    [Fact]
    public void Ellipsis_can_be_chosen_or_left_out()
    {
        Assert.Equal("Con...", MessageText.Fit("Confirm", 6, "..."));
        Assert.Equal("Confir", MessageText.Fit("Confirm", 6, ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => MessageText.Fit("Confirm", 2, "..."));
        Assert.Throws<ArgumentOutOfRangeException>(() => MessageText.Fit("Confirm", 0, ""));
    }

    [Fact]
    public void Length_counts_code_points() =>
        Assert.Equal([0, 1, 1, 2, 7, 1], new[] { "", "a", "👋", "👋🏽", "👨‍👩‍👧‍👦", "\uD83D" }.Select(MessageText.Length));

    [Fact]
    public void Cut_text_is_within_the_limit_and_a_beginning_that_ends_on_a_border()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {Seed}");
        var random = new Random(Seed);
        for (var round = 0; round < 20_000; round++)
        {
            var text = RandomTexts.Next(random);
            var limit = random.Next(1, 40);

            var cut = MessageText.Fit(text, limit);

            Assert.InRange(MessageText.Length(cut), 0, limit);
            if (cut == text)
                continue;
            var kept = text.StartsWith(cut, StringComparison.Ordinal) ? cut : cut[..^1];
            Assert.StartsWith(kept, text, StringComparison.Ordinal);
            Assert.Contains(kept.Length, (int[])[.. StringInfo.ParseCombiningCharacters(text), text.Length, 0]);
        }
    }
}
