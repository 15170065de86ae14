using Microsoft.Extensions.DependencyInjection;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopping.Orders;

namespace ShopBot.Shopify.Tests.Orders;

public sealed class OrderChangeTests
{
    private const string Order = "gid://shopify/Order/7";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"data":{"tagsAdd":{"node":{"id":"gid://shopify/Order/7"},"userErrors":[]}}}""", true)]
    [InlineData("""{"data":{"tagsAdd":{"node":null,"userErrors":[{"field":["id"],"message":"Order does not exist"}]}}}""", false)]
    [InlineData("""{"data":null,"errors":[{"message":"Access denied","extensions":{"code":"ACCESS_DENIED"}}]}""", false)]
    public async Task Tag_is_put_on_or_refused(string answer, bool done)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("OrderTag", answer);

        Assert.Equal(done, await OrdersOf(host).TagAsync((await host.StoreAsync()).Profile, Order, "cod-confirmed", Token));
    }

    [Theory]
    [InlineData("""{"data":{"orderCancel":{"job":{"id":"gid://shopify/Job/1"},"orderCancelUserErrors":[]}}}""", true)]
    [InlineData("""{"data":{"orderCancel":{"job":null,"orderCancelUserErrors":[{"field":["orderId"],"message":"Cannot cancel","code":"INVALID"}]}}}""", false)]
    public async Task Order_is_called_off_or_that_is_refused(string answer, bool done)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("OrderCancel", answer);

        Assert.Equal(done, await OrdersOf(host).CancelAsync((await host.StoreAsync()).Profile, Order, Token));
        Assert.Contains("\"reason\":\"CUSTOMER\"", host.Calls.Single(call => call.Body.Contains("OrderCancel", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
    }

    private static IShopOrders OrdersOf(ShopHost host) => host.Services.GetRequiredService<IShopOrders>();
}
