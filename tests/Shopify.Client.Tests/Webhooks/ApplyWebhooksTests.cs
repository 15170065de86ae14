using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Webhooks;

public sealed class ApplyWebhooksTests
{
    private const string Ours = "https://bot.example/shopify/webhooks";
    private static readonly WebhookOwnership Ownership = WebhookOwnership.ByAddress(new Uri(Ours));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plan_ReadsEveryPage_AndApplyDoesEachStepOnce()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub
            .Answers(Listed(next: "c1", Subscription(1, "ORDERS_PAID", Ours), Subscription(2, "CARTS_CREATE", "https://other.example/")))
            .Answers(Listed(next: null, Subscription(3, "PRODUCTS_UPDATE", Ours, filter: "status:active"), Subscription(4, "CARTS_UPDATE", Ours)))
            .Answers("{\"data\":{\"webhookSubscriptionUpdate\":{\"webhookSubscription\":" + Subscription(3, "PRODUCTS_UPDATE", Ours) + ",\"userErrors\":[]}}}")
            .Answers("""{"data":{"webhookSubscriptionCreate":{"webhookSubscription":null,"userErrors":[{"field":["webhookSubscription","callbackUrl"],"message":"Address for this topic has already been taken"}]}}}""")
            .Answers("""{"data":{"webhookSubscriptionCreate":{"webhookSubscription":null,"userErrors":[{"field":["webhookSubscription"],"message":"The specified filter is invalid, please ensure you specify the field(s) you wish to filter on."}]}}}""")
            .Answers("""{"data":{"webhookSubscriptionDelete":{"deletedWebhookSubscriptionId":null,"userErrors":[{"field":["id"],"message":"Webhook subscription does not exist"}]}}}""");
        WebhookSpec[] wanted = [new("orders/paid", Ours), new("products/update", Ours), new("app/uninstalled", Ours), new("orders/edited", Ours) { Filter = "nonsense" }];

        var plan = await fixture.Admin.PlanWebhooksAsync(wanted, Ownership, deleteUnwanted: true, Token);
        var results = await fixture.Admin.ApplyWebhooksAsync(plan, Token);

        Assert.Equal(["Update", "Create", "Create", "Delete"], results.Select(result => result.Step.GetType().Name));
        Assert.Equal([true, true, false, true], results.Select(result => result.IsDone));
        Assert.Equal("gid://shopify/WebhookSubscription/2", Assert.Single(plan.LeftAlone).Id);
        var sent = fixture.Stub.Requests.Skip(2).Select(request => request.Variables.GetRawText()).ToArray();
        Assert.Equal(
            """{"id":"gid://shopify/WebhookSubscription/3","sub":{"uri":"https://bot.example/shopify/webhooks","filter":"","includeFields":[],"metafieldNamespaces":[]}}""", sent[0]);
        Assert.Equal("""{"topic":"APP_UNINSTALLED","sub":{"uri":"https://bot.example/shopify/webhooks","format":"JSON"}}""", sent[1]);
        Assert.Equal("""{"topic":"ORDERS_EDITED","sub":{"uri":"https://bot.example/shopify/webhooks","format":"JSON","filter":"nonsense"}}""", sent[2]);
        Assert.Equal("""{"id":"gid://shopify/WebhookSubscription/4"}""", sent[3]);
    }

    private static string Listed(string? next, params string[] nodes) =>
        "{\"data\":{\"webhookSubscriptions\":{\"nodes\":[" + string.Join(',', nodes) + "],\"pageInfo\":"
        + (next is null ? """{"hasNextPage":false,"endCursor":null}""" : $$"""{"hasNextPage":true,"endCursor":"{{next}}"}""") + "}}}";

    private static string Subscription(int id, string topic, string uri, string? filter = null) => $$"""
        {"id":"gid://shopify/WebhookSubscription/{{id}}","topic":"{{topic}}","uri":"{{uri}}","format":"JSON","filter":{{(filter is null ? "null" : $"\"{filter}\"")}},"name":null,"includeFields":[],"metafieldNamespaces":[]}
        """;
}
