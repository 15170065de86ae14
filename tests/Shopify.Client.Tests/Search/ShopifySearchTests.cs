namespace Shopify.Client.Tests.Search;

public sealed class ShopifySearchTests
{
    [Theory]
    [InlineData("green hoodie", "green hoodie*")]
    [InlineData("  green \t\n hoodie ", "green hoodie*")]
    [InlineData("status:draft", @"status\:draft*")]
    [InlineData("a OR b AND NOT c", "a b c*")]
    [InlineData("-sale (cheap) 'quoted' \"phrase\" star*", "sale cheap quoted phrase star*")]
    [InlineData(@"back\slash a(b)c", @"back\\slash a\(b\)c*")]
    [InlineData("price:<50", @"price\:<50*")]
    [InlineData("grün 绿色", "grün 绿色*")]
    [InlineData("salt & pepper - 5\"nails", "salt pepper 5 nails*")]
    [InlineData("🎁 O'Brien", "🎁 O'Brien*")]
    [InlineData("\u0000\u0007bell", "bell*")]
    public void Words_UserText_LosesEveryOperator(string text, string expected)
    {
        var search = ShopifySearch.Words(text);

        Assert.Equal(expected, search.ToString());
        Assert.True(search.HasWords);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("OR")]
    [InlineData("\" ' * - : ( )")]
    [InlineData("?! \\ & <>")]
    [InlineData("\u202E\u200B")]
    public void Words_WithoutAnyWord_IsEverything(string? text)
    {
        Assert.True(ShopifySearch.Words(text).IsEmpty);
        Assert.False(ShopifySearch.Words(text).HasWords);
    }

    [Fact]
    public void Words_LongText_IsCutWithoutBreakingACharacter()
    {
        var text = ShopifySearch.Words(new string('a', 99) + "\U0001F600 tail").ToString();

        Assert.Equal(new string('a', 99) + "*", text);
    }

    [Fact]
    public void Phrase_QuotesAndBackslashes_AreEscaped() =>
        Assert.Equal("""
            "5\" nails \\ \"OR status:draft"
            """, ShopifySearch.Phrase("5\" nails \\ \"OR status:draft").ToString());

    [Theory]
    [InlineData("tag", "summer", "tag:summer")]
    [InlineData("tag", "summer sale", "tag:\"summer sale\"")]
    [InlineData("tag", "a\" OR status:draft", "tag:\"a\\\" OR status:draft\"")]
    [InlineData("created_at", ">=2026-01-01", "created_at:\">=2026-01-01\"")]
    [InlineData("metafields.custom.size-eu", "40", "metafields.custom.size-eu:40")]
    public void Field_AnyValue_StaysOneValue(string name, string value, string expected) =>
        Assert.Equal(expected, ShopifySearch.Field(name, value).ToString());

    [Theory]
    [InlineData("tag:x OR status")]
    [InlineData("")]
    [InlineData("Tag")]
    public void Field_WrongName_Throws(string name) => Assert.Throws<ArgumentException>(() => ShopifySearch.Field(name, "x"));

    [Fact]
    public void Ranges_ComparePlainAndQuotedValues()
    {
        Assert.Equal("updated_at:>=\"2026-11-22T12:00:00Z\"", ShopifySearch.AtLeast("updated_at", "2026-11-22T12:00:00Z").ToString());
        Assert.Equal("price:<50", ShopifySearch.Below("price", "50").ToString());
    }

    [Fact]
    public void OrAndNot_KeepTheirPartsTogether()
    {
        Assert.Equal("((tag:a) OR (tag:b))", ShopifySearch.Field("tag", "a").Or(ShopifySearch.Field("tag", "b")).ToString());
        Assert.Equal("NOT (tag:a)", ShopifySearch.Field("tag", "a").Not().ToString());
        Assert.Same(ShopifySearch.Everything, ShopifySearch.Everything.Or(ShopifySearch.Field("tag", "b")));
        Assert.Throws<InvalidOperationException>(() => ShopifySearch.Everything.Not());
    }

    [Fact]
    public void And_JoinsParts_AndIgnoresEverything()
    {
        var search = ShopifySearch.Shoppable.And(ShopifySearch.Everything).And(ShopifySearch.Words("hat"));

        Assert.Equal("status:active published_status:published hat*", search.ToString());
        Assert.True(search.HasWords);
        Assert.Same(ShopifySearch.Shoppable, ShopifySearch.Everything.And(ShopifySearch.Shoppable));
    }
}
