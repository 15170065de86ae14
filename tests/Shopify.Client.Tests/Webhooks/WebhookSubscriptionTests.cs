using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Webhooks;

public sealed class WebhookSubscriptionTests
{
    private const string Node = """
        {"id":"gid://shopify/WebhookSubscription/5","topic":"SOMETHING_NEW","uri":"https://app.example/hooks","format":"JSON","filter":"","name":null,
         "includeFields":["id"],"metafieldNamespaces":null,"apiVersion":{"handle":"2026-10","supported":true},"createdAt":"2026-11-20T10:00:00Z","updatedAt":null}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetWebhookSubscriptions_ReadsThePage()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers($$$$$$"""{"data":{"webhookSubscriptions":{"nodes":[{{{{{{Node}}}}}},null],"pageInfo":{"hasNextPage":true,"endCursor":"c1"}}}}""");

        var page = await fixture.Admin.GetWebhookSubscriptionsAsync(2, "c0", ["ORDERS_PAID"], "https://app.example/hooks", Token);

        var subscription = Assert.Single(page.Items);
        Assert.Equal(("SOMETHING_NEW", null, "2026-10"), (subscription.Topic, subscription.Filter, subscription.ApiVersion));
        Assert.Empty(subscription.MetafieldNamespaces);
        Assert.Equal((true, "c1"), (page.HasNextPage, page.EndCursor));
        Assert.Equal("""{"first":2,"after":"c0","topics":["ORDERS_PAID"],"uri":"https://app.example/hooks"}""", fixture.Stub.Requests[0].Variables.GetRawText());
    }

    [Fact]
    public async Task CreateUpdateDelete_SendTheirInput()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub
            .Answers($$$$$$"""{"data":{"webhookSubscriptionCreate":{"webhookSubscription":{{{{{{Node}}}}}},"userErrors":[]}}}""")
            .Answers($$$$$$"""{"data":{"webhookSubscriptionUpdate":{"webhookSubscription":{{{{{{Node}}}}}},"userErrors":[]}}}""")
            .Answers("""{"data":{"webhookSubscriptionDelete":{"deletedWebhookSubscriptionId":null,"userErrors":[{"field":["id"],"message":"Webhook subscription does not exist"}]}}}""");
        const string Gid = "gid://shopify/WebhookSubscription/5";

        var created = await fixture.Admin.CreateWebhookSubscriptionAsync("ORDERS_PAID", new() { Uri = "https://app.example/hooks", Name = "paid" }, Token);
        var updated = await fixture.Admin.UpdateWebhookSubscriptionAsync(Gid, new() { IncludeFields = ["id"] }, Token);
        var refused = await fixture.Admin.DeleteWebhookSubscriptionAsync(Gid, Token);

        Assert.Equal(Gid, created.Subscription?.Id);
        Assert.NotNull(updated.Subscription);
        Assert.Equal("Webhook subscription does not exist", Assert.Single(refused).Message);
        Assert.Equal(
            """{"topic":"ORDERS_PAID","sub":{"uri":"https://app.example/hooks","format":"JSON","name":"paid"}}""", fixture.Stub.Requests[0].Variables.GetRawText());
        Assert.Equal("""{"id":"gid://shopify/WebhookSubscription/5","sub":{"includeFields":["id"]}}""", fixture.Stub.Requests[1].Variables.GetRawText());
    }

    [Fact]
    public async Task Create_AddressTaken_IsSaid()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"webhookSubscriptionCreate":{"webhookSubscription":null,"userErrors":[{"field":["webhookSubscription","callbackUrl"],"message":"Address for this topic has already been taken"}]}}}
            """);

        Assert.True((await fixture.Admin.CreateWebhookSubscriptionAsync("ORDERS_PAID", new() { Uri = "https://app.example/hooks" }, Token)).AlreadyExists);
    }
}
