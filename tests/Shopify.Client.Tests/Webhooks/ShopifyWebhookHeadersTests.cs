using Shopify.Client.Webhooks;

namespace Shopify.Client.Tests.Webhooks;

public sealed class ShopifyWebhookHeadersTests
{
    [Fact]
    public void Read_OldFamily_IsUnderstood()
    {
        var headers = Read(
            ("X-Shopify-Topic", "orders/paid"),
            ("X-Shopify-Shop-Domain", "demo-shop.myshopify.com"),
            ("X-Shopify-Hmac-Sha256", "c2ln"),
            ("X-Shopify-Webhook-Id", "w1"),
            ("X-Shopify-Event-Id", "e1"),
            ("X-Shopify-Triggered-At", "2026-11-22T12:00:00.123456789Z"),
            ("X-Shopify-API-Version", "2026-10"));

        Assert.Equal("orders/paid", headers.Topic);
        Assert.Equal("demo-shop.myshopify.com", headers.ShopDomain);
        Assert.Equal("c2ln", headers.HmacSha256);
        Assert.Equal("w1", headers.WebhookId);
        Assert.Equal("e1", headers.EventId);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero).AddTicks(1234567), headers.TriggeredAt);
        Assert.Equal("2026-10", headers.ApiVersion);
    }

    [Fact]
    public void Read_BothFamilies_PrefersTheNewOne()
    {
        var headers = Read(("X-Shopify-Topic", "old/topic"), ("shopify-topic", "orders/paid"), ("shopify-webhook-id", "new"));

        Assert.Equal("orders/paid", headers.Topic);
        Assert.Equal("new", headers.WebhookId);
    }

    [Fact]
    public void Read_NothingOrRubbish_IsNull()
    {
        var headers = Read(("X-Shopify-Topic", " "), ("X-Shopify-Triggered-At", "yesterday"));

        Assert.Null(headers.Topic);
        Assert.Null(headers.TriggeredAt);
        Assert.Null(headers.HmacSha256);
    }

    private static ShopifyWebhookHeaders Read(params (string Name, string Value)[] headers) =>
        ShopifyWebhookHeaders.Read(name => headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value);
}
