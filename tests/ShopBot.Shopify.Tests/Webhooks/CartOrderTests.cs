using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Desk;
using ShopBot.Shopify.Tests.Checkout;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Webhooks;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Orders;
using Shopify.Client;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Tests.Webhooks;

/// <summary>Orders that name no chat and no number, from the tap on Checkout to the shop's webhook.</summary>
public sealed class CartOrderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"id":7,"name":"#1007","cart_token":"abc","line_items":[{"variant_id":11}]}""", "cart", "certain")]
    [InlineData("""{"id":7,"name":"#1007","cart_token":"abc","phone":"+4915550009999","line_items":[{"variant_id":11}]}""", "cart", "certain")]
    [InlineData("""{"id":7,"name":"#1007","cart_token":"abc","phone":"+4915550001111","line_items":[{"variant_id":11}]}""", "cart", "certain")]
    [InlineData("""{"id":7,"name":"#1007","cart_token":"another","phone":"+4915550001111","line_items":[{"variant_id":11}]}""", "phone", "likely")]
    [InlineData("""{"id":7,"name":"#1007","cart_token":"another","line_items":[{"variant_id":11}]}""", null, null)]
    [InlineData("""{"id":7,"name":"#1007","line_items":[{"variant_id":11}]}""", null, null)]
    public async Task Order_is_of_the_chat_whose_cart_it_came_of(string body, string? how, string? certainty)
    {
        await using var host = await ShopHost.StartAsync(bot: builder => builder.AddShopping());
        host.Always("VariantsByIds", Shop.Variants((11, "10.00", 5)));
        host.Always("CartCreate", Shop.Cart("", (11, 1, "10.0")));
        var talk = await Talk.BeginAsync(host);
        await talk.TapAsync($$"""AddToCart{"id":"{{Shop.Variant(11)}}"}""", CartChanged.Kind);
        await talk.TapAsync("StartCheckout", CheckoutCreated.Kind);

        await host.Services.GetRequiredService<ShopifyEvents>().AcceptAsync(
            new ShopifyWebhook { Topic = "orders/paid", ShopDomain = ShopDomain.Parse(ShopHost.Shop), TriggeredAt = host.Time.GetUtcNow(), Body = Encoding.UTF8.GetBytes(body) }, Token);

        Assert.Equal(how is null ? 0 : 1, (await Talk.HeardAsync(host, OrderPaid.Kind)).Count);
        if (how is not null)
            Assert.Equal((how, certainty), await AttributedAsync(host));
    }

    private static async Task<(string, string)> AttributedAsync(ShopHost host)
    {
        var (desk, store) = (host.Services.GetRequiredService<StoreDesk>(), await host.StoreAsync());
        for (var i = 0; i < 500 && (await desk.ListFactsAsync(store, [OrderAttributed.Kind], null, 10, Token)).Count == 0; i++)
        {
            host.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(20, Token);
        }

        var fact = Assert.Single(await desk.ListFactsAsync(store, [OrderAttributed.Kind], null, 10, Token));
        var attributed = fact.Read(AttributionJson.Default.OrderAttributed)!;
        return (attributed.How, attributed.Certainty);
    }
}
