using Shopify.Client.Auth;

namespace Shopify.Client.Tests.Auth;

public sealed class ShopifyQueryHmacTests
{
    private const string CodeHmac = "4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20";

    public static TheoryData<string, string, string> Vectors => new()
    {
        { "hush", "code=0907a61c0c8d55e99db179b68161bc00&shop=some-shop.myshopify.com&timestamp=1337178173", CodeHmac },
        {
            "hush", "code=0907a61c0c8d55e99db179b68161bc00&shop=some-shop.myshopify.com&state=abcd&timestamp=1337178173",
            "7db6973c2aff68295ebcf354c2ce528a6b09aef1146baafccc2e0b369fff5f6d"
        },
        {
            "hush", "code=a94a110d86d2452eb3e2af4cfb8a3828&shop=some-shop.myshopify.com&timestamp=1337178173",
            "2cb1a277650a659f1b11e92a4a64275b128e037f2c3390e3c8fd2d8721dac9e2"
        },
        { "hush", "ids[]=2&ids[]=1&shop=some-shop.myshopify.com", "b93b9f82996f6f8bf9f1b7bbddec284c8fabacdc4e12dc80550b4705f3003b1e" },
        { "secret", "a=1%26b%3D2&c%3D3%26d=4", "8de3c7e965d22fa21e059868e4004f5b6fbdcef293d1622ff9408edd6325bc6b" },
        {
            "shpss_test_secret",
            "code=c0ffee&host=YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUvZGVtbw&shop=demo-shop.myshopify.com&state=4f1c2a90b7&timestamp=1763800000",
            "d87959840d0b0d5f27bdb3173110b3bea743bfd86b146329c76cff09591dfe5e"
        },
        {
            "shpss_test_secret", "custom=hello%20world&shop=demo-shop.myshopify.com&timestamp=1763800000",
            "03cd2b788a6e3a05beb83fe2d23982fe0f709eb5700dd59bad75c8e2050c916a"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Verify_KnownVector_IsAccepted(string secret, string query, string hmac)
    {
        Assert.True(ShopifyQueryHmac.Verify(Parse($"{query}&hmac={hmac}"), [secret]));
        Assert.True(ShopifyQueryHmac.Verify(Parse($"hmac={hmac}&signature=old&{query}"), [secret]));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Verify_OneCharacterChanged_IsRefused(string secret, string query, string hmac)
    {
        Assert.False(ShopifyQueryHmac.Verify(Parse($"{query}&added=1&hmac={hmac}"), [secret]));
        Assert.False(ShopifyQueryHmac.Verify(Parse($"{query}&hmac={hmac}"), [secret + "x"]));
        Assert.False(ShopifyQueryHmac.Verify(Parse($"{query}&hmac={(hmac[0] == '0' ? '1' : '0')}{hmac[1..]}"), [secret]));
    }

    [Fact]
    public void Verify_SecretRotated_AcceptsTheOldOne() => Assert.True(ShopifyQueryHmac.Verify(Signed(), ["new", "", "hush"]));

    [Fact]
    public void Verify_NoSecrets_IsRefused()
    {
        Assert.False(ShopifyQueryHmac.Verify(Signed(), []));
        Assert.False(ShopifyQueryHmac.Verify(Signed(), [""]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&hmac=")]
    [InlineData("&hmac=zz")]
    [InlineData("&hmac=zz12bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20")]
    [InlineData("&hmac=4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d2000")]
    public void Verify_MissingOrMalformedHmac_IsRefused(string hmac) =>
        Assert.False(ShopifyQueryHmac.Verify(Parse("code=0907a61c0c8d55e99db179b68161bc00&shop=some-shop.myshopify.com&timestamp=1337178173" + hmac), ["hush"]));

    [Theory]
    [InlineData("hmac")]
    [InlineData("shop")]
    [InlineData("timestamp")]
    [InlineData("code")]
    [InlineData("state")]
    [InlineData("host")]
    public void Verify_RepeatedParameter_IsRefused(string name)
    {
        var query = Signed().Append(KeyValuePair.Create(name, "x")).Append(KeyValuePair.Create(name.ToUpperInvariant(), "y"));

        Assert.True(ShopifyQueryHmac.HasRepeatedParameter(query));
        Assert.False(ShopifyQueryHmac.Verify(query, ["hush"]));
    }

    private static IEnumerable<KeyValuePair<string, string>> Signed() =>
        Parse("code=0907a61c0c8d55e99db179b68161bc00&shop=some-shop.myshopify.com&timestamp=1337178173&hmac=" + CodeHmac);

    private static IEnumerable<KeyValuePair<string, string>> Parse(string query) =>
        [.. query.Split('&').Select(static pair => pair.Split('=', 2)).Select(static parts => KeyValuePair.Create(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])))];
}
