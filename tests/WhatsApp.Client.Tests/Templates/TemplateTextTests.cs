using WhatsApp.Client.Tests.Texts;

namespace WhatsApp.Client.Tests.Templates;

public sealed class TemplateTextTests
{
    [Theory]
    [InlineData("Mira", "Mira")]
    [InlineData("a    b", "a    b")]
    [InlineData("a     b", "a b")]
    [InlineData("a\nb", "a b")]
    [InlineData("a \r\n  b", "a b")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\u2028b", "a b")]
    [InlineData("  a  ", "a")]
    [InlineData("\n", "")]
    [InlineData("a\u00A0\u00A0\u00A0\u00A0\u00A0b", "a b")]
    public void Forbidden_blanks_become_one(string text, string expected)
    {
        Assert.Equal(expected, TemplateText.Clean(text));
        Assert.Equal(text.Trim() == expected, TemplateText.IsClean(text.Trim()));
    }

    [Fact]
    public void Cleaned_text_is_clean_and_has_the_same_visible_signs()
    {
        var random = new Random(20_261_124);
        for (var round = 0; round < 5_000; round++)
        {
            var text = RandomTexts.Next(random);

            var clean = TemplateText.Clean(text);

            Assert.True(TemplateText.IsClean(clean));
            Assert.Equal(clean, TemplateText.Clean(clean));
            Assert.Equal(text.Where(sign => !char.IsWhiteSpace(sign)), clean.Where(sign => !char.IsWhiteSpace(sign)));
        }
    }
}
