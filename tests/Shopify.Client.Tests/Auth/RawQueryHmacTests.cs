using System.Text;
using Shopify.Client.Auth;

namespace Shopify.Client.Tests.Auth;

/// <summary>The query as it stands in the address gives the same answer as its decoded parameters.</summary>
public sealed class RawQueryHmacTests
{
    public static TheoryData<string, string, string> Vectors => ShopifyQueryHmacTests.Vectors;

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Verify_KnownVector_IsAccepted(string secret, string query, string hmac)
    {
        Assert.True(ShopifyQueryHmac.Verify($"?{query}&hmac={hmac}", [secret]));
        Assert.True(ShopifyQueryHmac.Verify($"hmac={hmac}&signature=old&{query}", ["other", "", secret]));
        Assert.True(ShopifyQueryHmac.Verify($"{query}&hmac={hmac.ToUpperInvariant()}", [secret]));
        Assert.False(ShopifyQueryHmac.Verify($"{query}&added=1&hmac={hmac}", [secret]));
        Assert.False(ShopifyQueryHmac.Verify($"{query}&hmac={hmac}", [secret + "x"]));
        Assert.False(ShopifyQueryHmac.Verify($"{query}&hmac={hmac}", []));
        Assert.False(ShopifyQueryHmac.Verify(query, [secret]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("&&&")]
    [InlineData("hmac=")]
    [InlineData("shop=%zz&hmac=4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20")]
    [InlineData("shop=%4&hmac=4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20")]
    [InlineData("shop=a&shop=a&hmac=4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20")]
    [InlineData("shop=a&SHOP=a&hmac=4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20")]
    [InlineData("shop=a&%73hop=a&hmac=4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20")]
    public void Verify_NotAWellFormedSignedQuery_IsRefused(string query) => Assert.False(ShopifyQueryHmac.Verify(query, ["hush"]));

    [Fact]
    public void Verify_MoreParametersThanAnyQueryHas_IsRefused() =>
        Assert.False(ShopifyQueryHmac.Verify(string.Concat(Enumerable.Repeat("a=1&", 5_000)) + "hmac=" + new string('0', 64), ["hush"]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Verify_AnyQuery_AgreesWithItsDecodedParameters(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++)
        {
            var pairs = Enumerable.Range(0, random.Next(1, 12)).Select(_ => KeyValuePair.Create(Word(random, key: true), Word(random, key: false))).ToList();
            var query = string.Join('&', pairs.Select(pair => $"{Encode(pair.Key, random)}={Encode(pair.Value, random)}"));
            foreach (var text in SignedTexts(pairs))
            {
                var hmac = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("secret"u8, Encoding.UTF8.GetBytes(text)));
                var signed = pairs.Append(KeyValuePair.Create("hmac", hmac));
                Assert.True(ShopifyQueryHmac.Verify($"{query}&hmac={hmac}", ["secret"]), $"seed {seed}, query {i}: {query}");
                Assert.True(ShopifyQueryHmac.Verify(signed, ["secret"]), $"seed {seed}, query {i}: {query}");
            }
        }
    }

    // Written from the rules, apart from the product's code: sorted by key, name[] joined as Ruby prints it, escaped little or all.
    private static IEnumerable<string> SignedTexts(List<KeyValuePair<string, string>> pairs)
    {
        var single = pairs.GroupBy(pair => pair.Key).SelectMany(group => group.Key.EndsWith("[]", StringComparison.Ordinal)
            ? [(Key: group.Key[..^2], Value: "[" + string.Join(", ", group.Select(pair => "\"" + pair.Value.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"")) + "]")]
            : group.Select(pair => (pair.Key, pair.Value))).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        yield return string.Join('&', single.Select(pair => $"{Little(pair.Key).Replace("=", "%3D")}={Little(pair.Value)}"));
        yield return string.Join('&', single.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

        static string Little(string text) => text.Replace("%", "%25").Replace("&", "%26");
    }

    private static string Word(Random random, bool key)
    {
        const string Signs = "abcXYZ019-._~ +%&=\"\\[]:/?#é€";
        var word = new string([.. Enumerable.Range(0, random.Next(key ? 1 : 0, 9)).Select(_ => Signs[random.Next(Signs.Length)])]);
        return key && random.Next(4) == 0 ? "ids[]" : key ? "k" + word.Replace("[]", "") : word;
    }

    private static string Encode(string text, Random random) => random.Next(2) == 0 ? Uri.EscapeDataString(text) : Uri.EscapeDataString(text).Replace("%20", "+");
}
