using System.Globalization;
using ShopBot.Shopify.Descriptions;

namespace ShopBot.Shopify.Tests.Descriptions;

/// <summary>What a description must get right, rule after rule; the mapping of the elements is in <see cref="WhatsAppTextTests"/>.</summary>
public sealed class DescriptionRuleTests
{
    private static readonly Uri Shop = new("https://shop.example/");

    // 1: a real parser, bounded.
    [Theory]
    [InlineData("<p>a<p>b", "a\n\nb")]
    [InlineData("<ul><li>a<li>b</ul>c", "- a\n- b\n\nc")]
    [InlineData("<P CLASS=x>a</P><STRONG>b</STRONG>", "a\n\n*b*")]
    [InlineData("<p title=\"1 > 0\">a</p>", "a")]
    [InlineData("<b>a<p>b</b>c</p>", "*a*\n\n*b*c|*a*\n\nbc")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("<o:p>a</o:p><meta charset=utf-8><span data-mce-fragment=\"1\">b</span>", "ab")]
    public void Markup_is_read_as_a_browser_reads_it(string html, string expected) => Assert.Contains(Text(html), expected.Split('|'));

    [Fact]
    public void What_lies_beyond_256_K_characters_is_left_out()
    {
        var text = WhatsAppText.FromHtml($"first{new string(' ', 256 * 1024)}last", 4000);

        Assert.Equal("first", text);
    }

    [Fact]
    public void What_is_nested_deeper_than_100_is_left_out()
    {
        static string Nested(int depth) => $"{string.Concat(Enumerable.Repeat("<span>", depth))}deep{string.Concat(Enumerable.Repeat("</span>", depth))}";

        Assert.Equal("deep", Text(Nested(95)));
        Assert.Equal("", Text(Nested(105)));
    }

    // 2: entities once, nothing invisible.
    [Theory]
    [InlineData("Tom &amp; Jerry&nbsp;&eacute;&#233;&#xe9; &ltb", "Tom & Jerry ééé <b|Tom & Jerry ééé ‹b")]
    [InlineData("&amp;amp;", "&amp;")]
    public void Entities_are_decoded_once(string html, string expected) => Assert.Contains(Text(html), expected.Split('|'));

    [Theory]
    [InlineData('\u00ad')]
    [InlineData('\u061c')]
    [InlineData('\u180e')]
    [InlineData('\u200b')]
    [InlineData('\u200c')]
    [InlineData('\u200d')]
    [InlineData('\u200e')]
    [InlineData('\u200f')]
    [InlineData('\u202a')]
    [InlineData('\u202e')]
    [InlineData('\u2060')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    [InlineData('\ufeff')]
    public void Invisible_characters_are_dropped(char invisible) =>
        Assert.Equal("ab", Text($"a{string.Create(CultureInfo.InvariantCulture, $"&#{(int)invisible};")}b"));

    [Theory]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("❤️‍🔥")]
    [InlineData("🏳️‍🌈")]
    [InlineData("👩🏽‍💻")]
    [InlineData("🇩🇪")]
    public void Emoji_stay_whole(string emoji) => Assert.Equal($"a {emoji} b", Text($"<p>a {emoji} b</p>"));

    [Fact]
    public void Accents_are_composed() => Assert.Equal("caf\u00e9", Text("cafe\u0301"));

    // 3: markers at word borders, one line each.
    [Theory]
    [InlineData("a<b> x </b>b", "a *x* b")]
    [InlineData("(<b>x</b>)", "(*x*)")]
    [InlineData("<b>x</b>, <i>y</i>; <s>z</s>!", "*x*, _y_; ~z~!")]
    [InlineData("<b>&nbsp;</b>x<i></i>", "x")]
    [InlineData("<b>x<br><br>y</b>", "*x*\n\n*y*|*x*\n*y*")]
    [InlineData("<strong>a <b>b</b> c</strong>", "*a b c*")]
    [InlineData("<h2><strong>a</strong></h2>", "*a*")]
    [InlineData("9<b>x</b>", "9x")]
    [InlineData("<b>x</b>y", "xy")]
    [InlineData("<i>a <b>b</i> c</b>", "_a b_ *c*")]
    public void Markers_are_written_where_they_work(string html, string expected) => Assert.Contains(Text(html), expected.Split('|'));

    // 4: literal markers.
    [Theory]
    [InlineData("<p>*new*</p>", "∗new∗")]
    [InlineData("<p>10*20*30 cm</p>", "10×20×30 cm")]
    [InlineData("<p>~5~</p>", "∼5∼")]
    [InlineData("<p>```x```</p>", "ʼʼʼxʼʼʼ")]
    [InlineData("<p>part_no_7</p>", "part_no_7")]
    [InlineData("<p>_x_</p>", "ˍxˍ")]
    [InlineData("<b>*x*</b>", "*∗x∗*")]
    [InlineData("<p>https://shop.example/a_b_*c*~d~</p>", "https://shop.example/a_b_*c*~d~")]
    public void Literal_markers_do_not_format(string html, string expected) => Assert.Equal(expected, Text(html));

    // 5: white space.
    [Theory]
    [InlineData("<p>  a\n\n b\t c </p>\n\n<p>d</p>", "a b c\n\nd")]
    [InlineData("<p>a</p>\n<p>&nbsp;</p>\n<div><br></div>\n<p>b</p>", "a\n\nb")]
    [InlineData("a <br> b", "a\nb")]
    [InlineData("<br><br>a<br><br>", "a")]
    [InlineData("<pre>x   y\n z</pre>", "x   y\n z")]
    public void White_space_is_what_a_browser_shows(string html, string expected) => Assert.Equal(expected, Text(html));

    // 6: cutting.
    [Theory]
    [InlineData("One two. Three four.", 12, "One two.…")]
    [InlineData("one two three", 10, "one two…")]
    [InlineData("<b>one two three four</b>", 12, "*one two*…")]
    [InlineData("<i>one two three four</i>", 12, "_one two_…")]
    [InlineData("see https://shop.example/a/b/c/d/e/f/g now", 25, "see…")]
    [InlineData("aaaa 🇩🇪🇫🇷", 8, "aaaa…")]
    [InlineData("aaaa e\u0323\u0307\u0323\u0307\u0323", 9, "aaaa…")]
    public void Long_text_is_cut_where_it_does_no_harm(string html, int most, string expected)
    {
        var text = WhatsAppText.FromHtml(html, most);

        Assert.Equal(expected, text);
        Assert.InRange(text.Length, 1, most);
    }

    [Fact]
    public void No_cut_parts_a_sign_or_breaks_a_marker()
    {
        const string html = "<b>Größe 👨‍👩‍👧‍👦 passt</b> <i>wirklich</i> 🇩🇪🇫🇷 <s>alt</s> https://shop.example/pages/sizes <b>Ende</b>";
        var whole = Text(html);
        for (var most = 1; most <= whole.Length; most++)
        {
            var text = WhatsAppText.FromHtml(html, most);
            Assert.InRange(text.Length, 0, most);
            Assert.False(text.Length > 0 && char.IsHighSurrogate(text[^1]));
            Assert.All("*_~", marker => Assert.Equal(0, text.Replace("https://shop.example/pages/sizes", "", StringComparison.Ordinal).Count(marker.Equals) % 2));
            Assert.True(!text.Contains("http", StringComparison.Ordinal) || text.Contains("https://shop.example/pages/sizes", StringComparison.Ordinal), text);
        }
    }

    // 7: text only. What the cleaner wrote as formatting would be literal in a second run, so it is left out here.
    [Theory]
    [InlineData("<p>Soft &amp; warm &lt;3, 5*3 cm, 50% off — *new* ~x~ `y` _z_</p>")]
    [InlineData("<div>a\u200bb<script>alert(1)</script> &lt;script&gt;alert(2)&lt;/script&gt;</div>")]
    [InlineData("<a href=/pages/sizes>Sizes</a> https://shop.example/x_y*z")]
    [InlineData("\0<p>\ud83d &#xD800; &#0; x</p>")]
    public void Clean_text_stays_as_it_is(string html)
    {
        var once = WhatsAppText.FromHtml(html, 4000, Shop);

        Assert.Equal(once, WhatsAppText.FromHtml(once, 4000, Shop));
        Assert.DoesNotContain("<script", once, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\0', once);
        Assert.DoesNotContain(once, char.IsSurrogate);
    }

    // The mapping where it depends on the shop or on the table.
    [Theory]
    [InlineData("<a href=\"/pages/sizes\">Sizes</a>", "Sizes (https://shop.example/pages/sizes)")]
    [InlineData("<a href=\"pages/sizes?x=1\">Sizes</a>", "Sizes (https://shop.example/pages/sizes?x=1)")]
    [InlineData("<a href=\"//cdn.example/x\">x</a>", "x (https://cdn.example/x)")]
    [InlineData("<a href=\"#top\">Top</a>", "Top")]
    [InlineData("<a href=\"vbscript:x\">a</a><a href=\" JavaScript:x\">b</a>", "ab")]
    [InlineData("<a href=\"https://shop.example/x\">shop.example/x</a>", "shop.example/x")]
    [InlineData("<table><tr><td>a</td><td>b</td><td>c</td></tr></table>", "a · b · c")]
    [InlineData("<table role=presentation><tr><td>a</td><td>b</td></tr></table>", "a\nb")]
    [InlineData("<table><tr><td><h2>a</h2></td><td><ul><li>b</li></ul></td></tr></table>", "*a*\n\n- b|*a*\n- b")]
    [InlineData("<ol start=3><li>a</li><li>b<ul><li>c</li></ul></li></ol>", "3. a\n4. b\n  - c")]
    public void Links_and_tables(string html, string expected) => Assert.Contains(WhatsAppText.FromHtml(html, 4000, Shop), expected.Split('|'));

    private static string Text(string html) => WhatsAppText.FromHtml(html, 4000);
}
