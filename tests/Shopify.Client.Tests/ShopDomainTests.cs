namespace Shopify.Client.Tests;

public sealed class ShopDomainTests
{
    [Theory]
    [InlineData("demo-shop.myshopify.com")]
    [InlineData("  Demo-Shop.MyShopify.com ")]
    [InlineData("https://demo-shop.myshopify.com/")]
    [InlineData("http://demo-shop.myshopify.com/admin/products?x=1")]
    [InlineData("demo-shop")]
    [InlineData("https://admin.shopify.com/store/demo-shop")]
    [InlineData("admin.shopify.com/store/demo-shop/products")]
    [InlineData("demo-shop.myshopify.com\n")]
    public void TryParse_FormsOfOneShop_GiveTheSameDomain(string text)
    {
        Assert.True(ShopDomain.TryParse(text, out var domain));
        Assert.Equal("demo-shop.myshopify.com", domain.Value);
        Assert.Equal("demo-shop.myshopify.com", domain.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-demo.myshopify.com")]
    [InlineData("demo.myshopify.com.evil.example")]
    [InlineData("evil.example/demo.myshopify.com")]
    [InlineData("evil.example#.myshopify.com")]
    [InlineData("evil.example?.myshopify.com")]
    [InlineData("user@demo.myshopify.com")]
    [InlineData("demo.myshopify.com@evil.example")]
    [InlineData("demo.myshopify.com:8080")]
    [InlineData("a.b.myshopify.com")]
    [InlineData("demo_shop.myshopify.com")]
    [InlineData("demo.shopify.com")]
    [InlineData("demo.myshopify.io")]
    [InlineData("demo.myshopify.com\nevil.example")]
    [InlineData("demo\u0130.myshopify.com")]
    [InlineData("https://")]
    [InlineData("127.0.0.1")]
    [InlineData("admin.shopify.com/store/")]
    [InlineData("admin.shopify.com/store/a@b")]
    public void TryParse_AnythingElse_IsRefused(string? text)
    {
        Assert.False(ShopDomain.TryParse(text, out var domain));
        Assert.Equal(default, domain);
    }

    [Fact]
    public void TryParse_EndlessText_IsRefused() => Assert.False(ShopDomain.TryParse(new string('a', 100_000), out _));

    [Fact]
    public void Parse_WrongText_ThrowsWithoutRepeatingIt()
    {
        var failure = Assert.Throws<FormatException>(() => ShopDomain.Parse("evil.example"));

        Assert.DoesNotContain("evil", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shop_ToString_HidesTheToken()
    {
        var shop = new ShopifyShop(ShopDomain.Parse("demo-shop"), "shpat_secret");

        Assert.Equal("demo-shop.myshopify.com", shop.ToString());
        Assert.Equal("shpat_secret", shop.AccessToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\r\nInjected: header")]
    public void Shop_TokenThatCannotBeAHeader_IsRefused(string token) =>
        Assert.ThrowsAny<ArgumentException>(() => new ShopifyShop(ShopDomain.Parse("demo-shop"), token));

    [Fact]
    public void Shop_DefaultDomain_IsRefused() => Assert.Throws<ArgumentException>(() => new ShopifyShop(default, "shpat_secret"));
}
