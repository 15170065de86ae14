namespace Shopify.Client.Tests;

public sealed class ShopifyApiVersionTests
{
    [Theory]
    [InlineData("2026-10", "2027-10-01")]
    [InlineData("2025-01", "2026-01-01")]
    [InlineData("unstable", null)]
    public void Version_KnowsItsEnd(string text, string? end)
    {
        var version = ShopifyApiVersion.Parse(text);

        Assert.Equal(text, version.ToString());
        Assert.Equal(end is null ? null : DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture), version.SupportedUntil);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11")]
    [InlineData("2026-1")]
    [InlineData("2026-10\n")]
    [InlineData(" 2026-10")]
    [InlineData("2026-10/../x")]
    [InlineData("Unstable")]
    public void Other_text_is_no_version(string? text) => Assert.False(ShopifyApiVersion.TryParse(text, out _));

    [Fact]
    public void Versions_compare_by_time()
    {
        var (old, now) = (ShopifyApiVersion.Parse("2026-07"), ShopifyApiVersion.Parse("2026-10"));

        Assert.True(old < now && now > old && old <= now && now >= old);
        Assert.True(now < ShopifyApiVersion.Unstable);
        Assert.Equal(now, ShopifyApiVersion.Parse("2026-10"));
        Assert.Throws<FormatException>(() => ShopifyApiVersion.Parse("2026"));
        Assert.Equal("", default(ShopifyApiVersion).ToString());
    }
}
