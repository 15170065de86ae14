using System.Security.Cryptography;
using System.Text;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Secret = "s3cret-of-the-app";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"text":"gr\u00fc\u00df \/ ü"}""");

    private static string Signed(string secret = Secret, byte[]? body = null)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        return "sha256=" + Convert.ToHexString(hmac.ComputeHash(body ?? Body)).ToLowerInvariant();
    }

    [Fact]
    public void Sign_makes_what_the_platform_makes() => Assert.Equal(Signed(), WebhookSignature.Sign(Body, Secret));

    [Theory]
    [InlineData("k")]
    [InlineData("ключ-🔑")]
    [InlineData("long")]
    public void Sign_takes_secrets_of_any_length(string secret)
    {
        if (secret == "long")
            secret = new string('k', 5000);

        Assert.Equal(Signed(secret), WebhookSignature.Sign(Body, secret));
    }

    [Fact]
    public void Verify_own_signature_is_valid() => Assert.Equal(WebhookSignatureResult.Valid, WebhookSignature.Verify(Body, Signed(), [Secret]));

    [Fact]
    public void Verify_upper_case_digits_are_valid() => Assert.Equal(
        WebhookSignatureResult.Valid, WebhookSignature.Verify(Body, "sha256=" + Signed()[7..].ToUpperInvariant(), [Secret]));

    [Fact]
    public void Verify_any_of_several_secrets_is_valid()
    {
        Assert.Equal(WebhookSignatureResult.Valid, WebhookSignature.Verify(Body, Signed(), ["old", Secret]));
        Assert.Equal(WebhookSignatureResult.Valid, WebhookSignature.Verify(Body, Signed(), [Secret, "new"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Verify_no_header_is_missing(string? header) =>
        Assert.Equal(WebhookSignatureResult.Missing, WebhookSignature.Verify(Body, header, [Secret]));

    [Theory]
    [InlineData("sha256=")]
    [InlineData("sha256=00")]
    [InlineData("sha1=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("SHA256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha256=000000000000000000000000000000000000000000000000000000000000000g")]
    [InlineData("sha256=00000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData(" sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000,sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    public void Verify_another_form_is_malformed(string header) =>
        Assert.Equal(WebhookSignatureResult.Malformed, WebhookSignature.Verify(Body, header, [Secret]));

    [Fact]
    public void Verify_other_secret_or_other_bytes_is_a_mismatch()
    {
        Assert.Equal(WebhookSignatureResult.Mismatch, WebhookSignature.Verify(Body, Signed("other"), [Secret]));
        Assert.Equal(WebhookSignatureResult.Mismatch, WebhookSignature.Verify([.. Body, (byte)' '], Signed(), [Secret]));
        Assert.Equal(WebhookSignatureResult.Mismatch, WebhookSignature.Verify(Encoding.UTF8.GetBytes("""{"text":"grüß / ü"}"""), Signed(), [Secret]));
    }

    [Fact]
    public void Verify_without_secret_is_never_valid()
    {
        using var keyless = new HMACSHA256([]);
        var header = "sha256=" + Convert.ToHexString(keyless.ComputeHash(Body));

        Assert.Equal(WebhookSignatureResult.Mismatch, WebhookSignature.Verify(Body, header, []));
        Assert.Equal(WebhookSignatureResult.Mismatch, WebhookSignature.Verify(Body, header, ["", " ", null!]));
        Assert.Throws<ArgumentException>(() => WebhookSignature.Sign(Body, ""));
    }

    [Fact]
    public void Verify_every_changed_bit_is_a_mismatch()
    {
        var header = Signed();
        for (var bit = 0; bit < Body.Length * 8; bit++)
        {
            var changed = (byte[])Body.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(WebhookSignatureResult.Mismatch, WebhookSignature.Verify(changed, header, [Secret]));
        }
    }
}
