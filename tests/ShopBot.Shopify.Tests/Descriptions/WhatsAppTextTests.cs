using System.Text;
using CsCheck;
using ShopBot.Shopify.Descriptions;

namespace ShopBot.Shopify.Tests.Descriptions;

public sealed class WhatsAppTextTests
{
    [Theory]
    [InlineData("<strong>a</strong> <b>b</b>", "*a* *b*")]
    [InlineData("<b style=\"font-weight: normal\" id=\"docs-internal-guid-1\">a</b>", "a")]
    [InlineData("<b style='font-weight:400'>a</b>", "a")]
    [InlineData("<h1>a</h1><h6>b</h6>", "*a*\n\n*b*")]
    [InlineData("<dl><dt>a</dt><dd>b</dd></dl>", "*a*\nb")]
    [InlineData("<em>a</em> <i>b</i> <cite>c</cite>", "_a_ _b_ _c_")]
    [InlineData("<s>a</s> <strike>b</strike> <del>c</del>", "~a~ ~b~ ~c~")]
    [InlineData("<u>a</u> <span>b</span> <font>c</font> <small>d</small> <sub>e</sub> <ins>f</ins> <mark>g</mark>", "a b c d e f g")]
    [InlineData("<p>a</p><p>b</p>", "a\n\nb")]
    [InlineData("<section>a</section><section>b</section>", "a\n\nb")]
    [InlineData("<p>a<br>b</p>", "a\nb")]
    [InlineData("a<hr>b", "a\n\nb")]
    [InlineData("<blockquote>a<br>b</blockquote>c", "> a\n> b\n\nc")]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "- a\n- b")]
    [InlineData("<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>", "- a\n  - b\n    - c\n- d")]
    [InlineData("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b")]
    [InlineData("<ol start=\"4\"><li>a</li><li>b</li></ol>", "4. a\n5. b")]
    [InlineData("<a href=\"https://example.com/x\">a</a>", "a (https://example.com/x)")]
    [InlineData("<a href=\"https://example.com/x\">https://example.com/x</a>", "https://example.com/x")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a> <a href=\"data:text/html,x\">b</a>", "a b")]
    [InlineData("<a href=\"mailto:shop@example.com\">Write us</a>", "Write us (shop@example.com)")]
    [InlineData("<a href=\"tel:+15550001111\">Call</a>", "Call (+15550001111)")]
    [InlineData("<a href=\"/pages/size\">Sizes</a>", "Sizes")]
    [InlineData("<table><tr><td>Size</td><td>L</td></tr><tr><td>Colour:</td><td>red</td></tr></table>", "*Size:* L\n*Colour:* red")]
    [InlineData("<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>", "*A* · *B* · *C*\n1 · 2 · 3")]
    [InlineData("<img src=x alt=\"A mug\">", "A mug")]
    [InlineData("<p>Text</p><img src=x alt=\"A mug\">", "Text")]
    [InlineData("a<script>b</script><style>c</style><noscript>d</noscript><template>e</template><iframe>f</iframe>g", "ag")]
    [InlineData("a<object>b</object><svg><text>c</text></svg><canvas>d</canvas><form>e<input value=f><button>g</button><select><option>h</select></form>i", "ai")]
    [InlineData("a<!-- split -->b<![CDATA[c]]>d<?php e ?>f", "abdf")]
    [InlineData("a<span style=\"DISPLAY: none\">b</span><p hidden>c</p><i aria-hidden=true>d</i>e", "ae")]
    public void Mapping_row(string html, string expected) => Assert.Equal(expected, WhatsAppText.FromHtml(html, 4000));

    [Theory]
    [InlineData("a &amp; b &lt;3 &euro; &#8364; &#x20AC; &copy", "a & b <3 € € € ©")]
    [InlineData("&amp;lt;b&amp;gt;", "&lt;b&gt;")]
    [InlineData("a&nbsp;&nbsp;b", "a b")]
    [InlineData("a\u00adb\u200bc\u2060d\ufeffe\u200ff", "abcdef")]
    [InlineData("e\u0301", "é")]
    public void Entities_and_invisible_characters(string html, string expected) => Assert.Equal(expected, WhatsAppText.FromHtml(html, 4000));

    [Theory]
    [InlineData("x<b> a </b>y", "x *a* y")]
    [InlineData("<b></b><i> </i>a", "a")]
    [InlineData("<b><strong>a</strong></b>", "*a*")]
    [InlineData("<b>a<br>b</b>", "*a*\n*b*")]
    [InlineData("<b>a <i>b</b> c</i>", "*a b* _c_")]
    [InlineData("a<b>b</b>c", "abc")]
    [InlineData("a <b>b</b>c", "a bc")]
    [InlineData("<B>A</B>, <I>b</I>.", "*A*, _b_.")]
    [InlineData("<p><b>a</b></p>", "*a*")]
    [InlineData("<b><p>a</p><p>b</p></b>", "*a*\n\n*b*")]
    [InlineData("<h3>Details <b>now</b></h3>", "*Details now*")]
    public void Markers_stand_at_word_borders_inside_one_line(string html, string expected) => Assert.Equal(expected, WhatsAppText.FromHtml(html, 4000));

    [Theory]
    [InlineData("*new*", "∗new∗")]
    [InlineData("2*3 cm", "2×3 cm")]
    [InlineData("~5~ pieces", "∼5∼ pieces")]
    [InlineData("`code`", "ʼcodeʼ")]
    [InlineData("snake_case_word", "snake_case_word")]
    [InlineData("<a href=\"https://example.com/a*b~c_d\">https://example.com/a*b~c_d</a>", "https://example.com/a*b~c_d")]
    [InlineData("see https://example.com/a~b*c now", "see https://example.com/a~b*c now")]
    public void Literal_markers_are_neutralised(string html, string expected) => Assert.Equal(expected, WhatsAppText.FromHtml(html, 4000));

    [Fact]
    public void Literal_underscores_around_words_do_not_format()
    {
        var text = WhatsAppText.FromHtml("this is _not_ meant", 4000);

        Assert.DoesNotContain("_not_", text, StringComparison.Ordinal);
        Assert.Contains("not", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  a \n\t b  ", "a b")]
    [InlineData("<p>a</p><p></p><p>&nbsp;</p><p><br></p><p>b</p>", "a\n\nb")]
    [InlineData("<pre>a  b\n  c</pre>", "a  b\n  c")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData(null, "")]
    public void White_space_is_collapsed(string? html, string expected) => Assert.Equal(expected, WhatsAppText.FromHtml(html, 4000));

    [Theory]
    [InlineData("one two three", 9, "one two…")]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("<b>one two three</b>", 10, "*one two*…")]
    [InlineData("aa 👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 10, "aa…")]
    [InlineData("See https://example.com/a/very/long/path now", 20, "See…")]
    public void Long_text_is_cut_between_words(string html, int most, string expected) => Assert.Equal(expected, WhatsAppText.FromHtml(html, most));

    [Fact]
    public void Hostile_depth_and_size_end_in_time()
    {
        var began = TimeProvider.System.GetTimestamp();
        foreach (var html in new[]
        {
            string.Concat(Enumerable.Repeat("<div>", 50_000)) + "deep",
            string.Concat(Enumerable.Repeat("<b><i>", 20_000)) + "deep",
            string.Concat(Enumerable.Repeat("<table><tr><td>", 5_000)) + "deep",
            new string('<', 300_000),
            new string('a', 2_000_000),
            string.Concat(Enumerable.Repeat("<ol><li>x", 20_000)),
        })
        {
            Assert.True(WhatsAppText.FromHtml(html, 700).Length <= 700);
        }

        // Unbounded, these take many minutes on a busy machine.
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Any_input_gives_clean_text_that_stays_as_it_is()
    {
        var piece = Gen.OneOf<string>(
            Gen.OneOf(
                "<b>", "</b>", "<i>", "</i>", "<s>", "</s>", "<p>", "</p>", "<br>", "<ul><li>", "</li></ul>", "<ol start=3><li>", "</ol>", "<blockquote>", "</blockquote>",
                "<h2>", "</h2>", "<a href=\"https://example.com/a_b*c\">", "</a>", "<table><tr><td>", "</td><td>", "</table>", "<script>", "</script>", "<style>", "&lt;script&gt;",
                "&#0;", "&#xD800;", "\0", "*", "_", "~", "`", "> ", "- ", "1. ", " ", "\n", "&nbsp;", "word", "e\u0301", "👨‍👩‍👧‍👦", "\ud83d", "5*5", "<pre>", "</pre>", "<!--", "-->", "<![CDATA["),
            Gen.String[0, 8]);

        Gen.Select(piece.Array[0, 30], Gen.Int[5, 200]).Sample((pieces, most) =>
        {
            var text = WhatsAppText.FromHtml(string.Concat(pieces), most);
            return text.Length <= most
                && !text.Contains('\0', StringComparison.Ordinal)
                && !text.Contains("<script", StringComparison.OrdinalIgnoreCase)
                && !text.Contains("\n\n\n", StringComparison.Ordinal)
                && text == text.Trim()
                && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
        }, iter: 2000);
    }
}
