using System.Globalization;

namespace WhatsApp.Client.Tests.Texts;

public sealed class SplitTests
{
    private const int Seed = 20_261_123;

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));

    [Fact]
    public void Short_text_stays_as_it_is() => Assert.Equal([" two\n\nlines "], MessageText.Split(" two\n\nlines "));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void Blank_text_gives_no_part(string text)
    {
        Assert.Empty(MessageText.Split(text));
        Assert.Empty(MessageText.Split(text + new string(' ', 5000)));
    }

    [Theory]
    [InlineData("one two three.\n\nfour. five", 20, "one two three.|four. five")]
    [InlineData("one two three\nfour. five", 20, "one two three|four. five")]
    [InlineData("one two three. Four five", 20, "one two three.|Four five")]
    [InlineData("one (two!) Three fourteen", 20, "one (two!)|Three fourteen")]
    [InlineData("version 2.5 is out now, get it", 20, "version 2.5 is out|now, get it")]
    [InlineData("A.\n\nlong word after word after", 20, "A.\n\nlong word after|word after")]
    [InlineData("one https://shop.example/c", 22, "one|https://shop.example/c")]
    [InlineData("これは長い文です。次の文もここにあります。", 12, "これは長い文です。|次の文もここにあります。")]
    [InlineData("aaaaaaaaaabbbbbbbbbbcc", 10, "aaaaaaaaaa|bbbbbbbbbb|cc")]
    [InlineData("👋🏽👋🏽👋🏽", 3, "👋🏽|👋🏽|👋🏽")]
    [InlineData("क्षक्ष", 4, "क्ष|क्ष")]
    [InlineData("one     two", 6, "one|two")]
    public void Best_border_in_reach_wins(string text, int limit, string expected) =>
        Assert.Equal(expected.Split('|'), MessageText.Split(text, limit));

    [Fact]
    public void Text_of_three_messages_makes_three_messages()
    {
        var messages = MessageText.ToMessages(Words(2000));

        Assert.Equal(3, messages.Count);
        Assert.All(messages, message => Assert.Empty(message.Validate()));
        Assert.Equal(Words(2000), string.Join(' ', messages.Select(message => message.Body)));
    }

    [Fact]
    public void Visible_character_longer_than_a_part_keeps_its_code_points_whole()
    {
        var hostile = "a" + string.Concat(Enumerable.Repeat("\U0001D165", 25));

        var parts = MessageText.Split(hostile, 10);

        Assert.Equal(hostile, string.Concat(parts));
        Assert.All(parts, part => Assert.InRange(MessageText.Length(part), 1, 10));
    }

    [Fact]
    public void Limit_is_at_least_one() => Assert.Throws<ArgumentOutOfRangeException>(() => MessageText.Split("text", 0));

    [Fact]
    public void Parts_are_within_the_limit_lose_only_blanks_and_split_no_visible_character()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {Seed}");
        var random = new Random(Seed);
        for (var round = 0; round < 20_000; round++)
        {
            var text = RandomTexts.Next(random);
            var limit = random.Next(1, 60);

            var parts = MessageText.Split(text, limit);

            var borders = (HashSet<int>)[.. StringInfo.ParseCombiningCharacters(text), text.Length];
            var fits = LongestVisible(text) <= limit;
            var end = 0;
            foreach (var part in parts)
            {
                Assert.True(!fits || !string.IsNullOrWhiteSpace(part), $"round {round}: a part is blank");
                Assert.InRange(MessageText.Length(part), 1, limit);
                var start = text.IndexOf(part, end, StringComparison.Ordinal);
                Assert.True(string.IsNullOrWhiteSpace(text[end..start]), $"round {round}: something was lost");
                end = start + part.Length;
                Assert.True(!fits || (borders.Contains(start) && borders.Contains(end)), $"round {round}: a visible character was split");
            }

            Assert.True(string.IsNullOrWhiteSpace(text[end..]), $"round {round}: the end was lost");
        }
    }

    private static int LongestVisible(string text)
    {
        var longest = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, i);
            longest = Math.Max(longest, MessageText.Length(text.Substring(i, length)));
            i += length;
        }

        return longest;
    }
}
