using Microsoft.Extensions.DependencyInjection;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Webhooks;
using Shopify.Client.Auth;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Tests.Webhooks;

public sealed class HandledTopicsTests
{
    [Fact]
    public async Task All_IsWhatTheCodeHandles()
    {
        await using var host = await ShopHost.StartAsync();

        Assert.Equal(HandledTopics.All.Order(), host.Services.GetRequiredService<ShopifyEvents>().Topics.Order());
    }

    [Fact]
    public void All_HaveTypedPayloads() => Assert.All(
        HandledTopics.All, topic => Assert.IsNotType<UnknownPayload>(ShopifyWebhookPayload.Read(topic, "{}"u8.ToArray()), exactMatch: true));

    [Fact]
    public void Subscribed_HasNoComplianceTopic() => Assert.Empty(HandledTopics.Subscribed.Intersect(HandledTopics.Compliance));

    [Theory]
    [InlineData("products/update", "read_products")]
    [InlineData("inventory_levels/update", "read_inventory")]
    [InlineData("fulfillments/create", "read_fulfillments")]
    [InlineData("orders/paid", "read_orders")]
    [InlineData("app/uninstalled", null)]
    public void RequiredScope_IsTheTopicsOwn(string topic, string? scope) => Assert.Equal(scope, HandledTopics.RequiredScope(topic));

    [Fact]
    public void DefaultScopes_AllowEveryTopic() => Assert.All(
        HandledTopics.Subscribed.Select(HandledTopics.RequiredScope).OfType<string>(), static scope => Assert.Contains(scope, new ShopifyAppOptions().Scopes));
}
