using Shopify.Emulator.OAuth;

namespace Shopify.Emulator.Tests.OAuth;

public sealed class CallbackSignatureTests
{
    [Theory]
    [InlineData("hush", "4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20", "code=0907a61c0c8d55e99db179b68161bc00", "shop=some-shop.myshopify.com", "timestamp=1337178173")]
    [InlineData("hush", "7db6973c2aff68295ebcf354c2ce528a6b09aef1146baafccc2e0b369fff5f6d", "state=abcd", "code=0907a61c0c8d55e99db179b68161bc00", "shop=some-shop.myshopify.com", "timestamp=1337178173")]
    [InlineData("shpss_test_secret", "d87959840d0b0d5f27bdb3173110b3bea743bfd86b146329c76cff09591dfe5e", "code=c0ffee", "host=YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUvZGVtbw", "shop=demo-shop.myshopify.com", "state=4f1c2a90b7", "timestamp=1763800000")]
    [InlineData("secret", "8de3c7e965d22fa21e059868e4004f5b6fbdcef293d1622ff9408edd6325bc6b", "a=1&b=2", "c=3&d|4")]
    public void Known_vectors_are_reproduced(string secret, string hmac, params string[] parameters) =>
        Assert.Equal(hmac, CallbackSignature.Compute(secret, parameters.Select(Pair)));

    private static KeyValuePair<string, string> Pair(string text)
    {
        var at = text.Contains('|', StringComparison.Ordinal) ? text.IndexOf('|', StringComparison.Ordinal) : text.IndexOf('=', StringComparison.Ordinal);
        return KeyValuePair.Create(text[..at], text[(at + 1)..]);
    }
}
