using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Events;
using ShopBot.Engine.Storage;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Webhooks;
using ShopBot.TestSupport.Waiting;
using Shopify.Client;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Tests.Webhooks;

public sealed class ShopifyEventsTests
{
    private static readonly DateTimeOffset Installed = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AcceptAsync_UninstalledAfterTheInstallation_TakesTheTokensAway()
    {
        await using var host = await ShopHost.StartAsync();

        await AcceptAsync(host, "app/uninstalled", Installed.AddMinutes(1));

        Assert.Null((await host.StoreAsync()).Shopify);
        await Eventually.HoldsAsync("the fact was heard", () => host.Facts.Any(fact => fact.Kind == EngineEvents.StoreUninstalled), TimeSpan.FromSeconds(60), Token);
    }

    [Fact]
    public async Task AcceptAsync_UninstalledBeforeTheInstallation_ChangesNothing()
    {
        await using var host = await ShopHost.StartAsync();

        await AcceptAsync(host, "app/uninstalled", Installed.AddSeconds(-1));

        Assert.NotNull((await host.StoreAsync()).Shopify);
        Assert.Empty(await host.Services.GetRequiredService<IConversationReader>().ListEventsAsync((await host.StoreAsync()).Id, [EngineEvents.StoreUninstalled], null, 10, Token));
    }

    [Theory]
    [InlineData("orders/paid", "not json")]
    [InlineData("orders/paid", """{"id":1,"name":"#1"}""")]
    [InlineData("orders/paid", """{"id":1,"note_attributes":[{"name":"chat_ref","value":"0193a1110000700080000000000000ff"}]}""")]
    [InlineData("products/update", "{}")]
    [InlineData("something/new", "{}")]
    public async Task AcceptAsync_WhatConcernsNobodyHere_IsTakenQuietly(string topic, string body)
    {
        await using var host = await ShopHost.StartAsync();

        await AcceptAsync(host, topic, Installed, body);
        await AcceptAsync(host, topic, Installed, body, "stranger.myshopify.com");

        Assert.NotNull((await host.StoreAsync()).Shopify);
    }

    private static Task AcceptAsync(ShopHost host, string topic, DateTimeOffset at, string body = "{}", string shop = ShopHost.Shop) =>
        host.Services.GetRequiredService<ShopifyEvents>().AcceptAsync(
            new ShopifyWebhook { Topic = topic, ShopDomain = ShopDomain.Parse(shop), TriggeredAt = at, Body = System.Text.Encoding.UTF8.GetBytes(body) }, Token);
}
