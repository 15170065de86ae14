using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Shopify.Tests.Checkout;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Webhooks;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Reminders;
using Shopify.Client;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Tests.Webhooks;

/// <summary>"Tell me when it is back", from the tap to the shop's webhook.</summary>
public sealed class StockReturnTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"id":11,"product_id":1}""", 1)]
    [InlineData("""{"id":12,"product_id":1}""", 0)]
    [InlineData("""{"product_id":1}""", 0)]
    [InlineData("not json", 0)]
    public async Task Who_asked_for_the_variant_hears_of_it(string body, int events)
    {
        await using var host = await ShopHost.StartAsync(bot: builder => builder.AddShopping());
        host.Always("VariantsByIds", Shop.Variants((11, "10.00", 0)));
        await (await Talk.BeginAsync(host)).TapAsync($$"""WatchStock{"product":"gid://shopify/Product/1","id":"{{Shop.Variant(11)}}"}""", StockWatched.Kind);

        await AcceptAsync(host, body);
        await AcceptAsync(host, body);

        Assert.Equal(events, (await Talk.HeardAsync(host, StockReturned.Kind)).Count);
    }

    [Fact]
    public async Task Who_did_not_ask_hears_nothing()
    {
        await using var host = await ShopHost.StartAsync(bot: builder => builder.AddShopping());
        await PlacedOrderTests.WriteAsync(host);

        await AcceptAsync(host, """{"id":11,"product_id":1}""");

        Assert.Empty(await Talk.HeardAsync(host, StockReturned.Kind));
    }

    private static Task AcceptAsync(ShopHost host, string body) => host.Services.GetRequiredService<ShopifyEvents>().AcceptAsync(
        new ShopifyWebhook { Topic = "variants/in_stock", ShopDomain = ShopDomain.Parse(ShopHost.Shop), TriggeredAt = host.Time.GetUtcNow(), Body = Encoding.UTF8.GetBytes(body) }, Token);
}
