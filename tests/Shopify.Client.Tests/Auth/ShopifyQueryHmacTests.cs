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

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Verify_QueryAsItStandsInTheAddress_IsReadTheSameWay(string secret, string query, string hmac)
    {
        Assert.True(ShopifyQueryHmac.Verify($"?{query}&hmac={hmac}", [secret]));
        Assert.True(ShopifyQueryHmac.Verify($"hmac={hmac}&&{query}&signature=old", [secret]));
        Assert.False(ShopifyQueryHmac.Verify($"{query}&added&hmac={hmac}", [secret]));
        Assert.False(ShopifyQueryHmac.Verify($"{query}&hmac={hmac}&hmac={hmac}", [secret]));
    }

    [Theory]
    [InlineData("custom=hello%20world%2F~*(%C3%A9)&shop=demo-shop.myshopify.com")]
    [InlineData("custom=hello+world%2F%7E%2A%28%C3%A9%29&shop=demo-shop.myshopify.com")]
    public void Verify_SignedInAnyForm_IsAccepted(string query)
    {
        const string encoded = "custom=hello%20world%2F%7E*%28%C3%A9%29&shop=demo-shop.myshopify.com";
        foreach (var text in new[] { "custom=hello world/~*(é)&shop=demo-shop.myshopify.com", encoded, encoded.Replace("%20", "+", StringComparison.Ordinal) })
        {
            var hmac = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("hush"u8, System.Text.Encoding.UTF8.GetBytes(text)));
            Assert.True(ShopifyQueryHmac.Verify($"{query}&hmac={hmac}", ["hush"]), text);
        }
    }

    [Theory]
    [InlineData("a=1&b=2", "a=1&b=2", true)]
    [InlineData("b=2&a=1", "a=1&b=2", true)]
    [InlineData("b&a=1", "a=1&b=", true)]
    [InlineData("b&a=1", "a=1&b", false)]
    [InlineData("b=&a=1", "a=1&b=", true)]
    [InlineData("=1&a=2", "=1&a=2", true)]
    [InlineData("a=1&b=c=d", "a=1&b=c=d", true)]
    [InlineData("a=1&b=c=d", "a=1&b=c%3Dd", true)]
    [InlineData("a&b=c=d", "a=&b=c%3Dd", true)]
    [InlineData("a=1%26b%3D2", "a=1&b=2", false)]
    [InlineData("a=1%26b=2", "a=1%26b=2", true)]
    [InlineData("a%3D1=2", "a=1=2", false)]
    [InlineData("a%3D1=2", "a%3D1=2", true)]
    [InlineData("a%26b=2", "a&b=2", false)]
    [InlineData("x[]=1&x[]=2%22%5C", "x=[\"1\", \"2\\\"\\\\\"]", true)]
    public void Verify_ValuesWithSeparators_MeanOneThingOnly(string query, string signedText, bool expected)
    {
        var hmac = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("hush"u8, System.Text.Encoding.UTF8.GetBytes(signedText)));

        Assert.Equal(expected, ShopifyQueryHmac.Verify($"{query}&hmac={hmac}", ["hush"]));
        var pairs = query.Split('&').Select(static pair => pair.Split('=', 2))
            .Select(static parts => KeyValuePair.Create(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : ""));
        Assert.Equal(expected, ShopifyQueryHmac.Verify([.. pairs, KeyValuePair.Create("hmac", hmac)], ["hush"]));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("a=%zz&b=%2")]
    [InlineData("=&=&=")]
    [InlineData("hmac")]
    public void Verify_StrangeQueries_AreRefusedWithoutAFault(string query) => Assert.False(ShopifyQueryHmac.Verify(query, ["hush"]));

    [Fact]
    public void Verify_EndlessQueries_AreRefused()
    {
        Assert.False(ShopifyQueryHmac.Verify(new string('a', ShopifyQueryHmac.MaxLength + 1), ["hush"]));
        Assert.False(ShopifyQueryHmac.Verify(string.Join('&', Enumerable.Range(0, 513).Select(static i => $"a{i}=1")), ["hush"]));
        Assert.False(ShopifyQueryHmac.Verify([KeyValuePair.Create("a", new string('€', ShopifyQueryHmac.MaxLength))], ["hush"]));
    }

    [Fact]
    public void Verify_OrdinaryQuery_AllocatesNothing()
    {
        var pairs = Signed().ToArray();
        const string address = "?code=0907a61c0c8d55e99db179b68161bc00&shop=some-shop.myshopify.com&timestamp=1337178173&hmac=" + CodeHmac;
        string[] secrets = ["hush"];
        for (var warm = 0; warm < 100; warm++)
            Assert.True(ShopifyQueryHmac.Verify(pairs, secrets) && ShopifyQueryHmac.Verify(address, secrets));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < 100; run++)
        {
            ShopifyQueryHmac.Verify(pairs, secrets);
            ShopifyQueryHmac.Verify(address, secrets);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static IEnumerable<KeyValuePair<string, string>> Signed() =>
        Parse("code=0907a61c0c8d55e99db179b68161bc00&shop=some-shop.myshopify.com&timestamp=1337178173&hmac=" + CodeHmac);

    private static IEnumerable<KeyValuePair<string, string>> Parse(string query) =>
        [.. query.Split('&').Select(static pair => pair.Split('=', 2)).Select(static parts => KeyValuePair.Create(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])))];
}
