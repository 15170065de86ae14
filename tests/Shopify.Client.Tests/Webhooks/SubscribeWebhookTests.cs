using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Webhooks;

public sealed class SubscribeWebhookTests
{
    private static readonly Uri Address = new("https://app.example/shopify/webhooks");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SubscribeWebhook_New_GivesItsId()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"data":{"webhookSubscriptionCreate":{"webhookSubscription":{"id":"gid://shopify/WebhookSubscription/5"},"userErrors":[]}}}""");

        var result = await fixture.Admin.SubscribeWebhookAsync("ORDERS_PAID", Address, Token);

        Assert.Equal(new WebhookSubscriptionResult("gid://shopify/WebhookSubscription/5", AlreadyExisted: false), result);
        Assert.Equal(
            """{"topic":"ORDERS_PAID","sub":{"uri":"https://app.example/shopify/webhooks","format":"JSON"}}""",
            fixture.Stub.Requests[0].Variables.GetRawText());
    }

    [Fact]
    public async Task SubscribeWebhook_Refused_ThrowsTheUserErrors()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"webhookSubscriptionCreate":{"webhookSubscription":null,
              "userErrors":[{"field":["webhookSubscription","callbackUrl"],"message":"Address protocol http:// is not supported"}]}}}
            """);

        var failure = await Assert.ThrowsAsync<ShopifyUserErrorsException>(() => fixture.Admin.SubscribeWebhookAsync("ORDERS_PAID", Address, Token));

        Assert.Equal(["webhookSubscription", "callbackUrl"], Assert.Single(failure.UserErrors).Field);
    }
}
