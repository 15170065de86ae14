using System.Text;
using Shopify.Client.Webhooks;

namespace Shopify.Client.Tests.Webhooks;

public sealed class ShopifyWebhookSignatureTests
{
    private const string Secret = "shpss_test_secret";

    public static TheoryData<string, string> Vectors => new()
    {
        {
            """{"id":820982911946154508,"name":"#1001","note_attributes":[{"name":"chat_ref","value":"c_42"}]}""",
            "r/1flLt5V+CTLKSPV03JSnKaQzrSM/siFuNRd3GStzU="
        },
        { """{"shop_id":954889,"shop_domain":"demo-shop.myshopify.com"}""", "eXli5V6B4pu/GgC/1ZhBhEEhcO0ViycDtTKKOnw04gA=" },
        { """{"title":"Café ☕"}""", "jPOEDmkxKhyAAUsS7PtAh9faPDKIeVatjt2MjWr+OUw=" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Verify_KnownVector_IsAccepted(string body, string header)
    {
        Assert.True(ShopifyWebhookSignature.Verify(Encoding.UTF8.GetBytes(body), header, [Secret]));
        Assert.True(ShopifyWebhookSignature.Verify(Encoding.UTF8.GetBytes(body), header, ["new_secret", "", Secret]));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Verify_OtherBodyOrSecret_IsRefused(string body, string header)
    {
        Assert.False(ShopifyWebhookSignature.Verify(Encoding.UTF8.GetBytes(body + " "), header, [Secret]));
        Assert.False(ShopifyWebhookSignature.Verify(Encoding.UTF8.GetBytes(body), header, ["other", ""]));
        Assert.False(ShopifyWebhookSignature.Verify(Encoding.UTF8.GetBytes(body), header, []));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("eXli5V6B4pu/GgC/1ZhBhEEhcO0ViycDtTKKOnw04g==")]
    [InlineData("eXli5V6B4pu/GgC/1ZhBhEEhcO0ViycDtTKKOnw04gAAAAAA")]
    [InlineData("797962e55e81e29bbf1a00bfd5984184412170ed158b2703b5328a3a7c34e200")]
    public void Verify_MissingOrMalformedHeader_IsRefused(string? header) =>
        Assert.False(ShopifyWebhookSignature.Verify("""{"shop_id":954889,"shop_domain":"demo-shop.myshopify.com"}"""u8, header, [Secret]));
}
