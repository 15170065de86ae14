using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopping.Checkout;

namespace ShopBot.Shopify.Tests.Checkout;

public sealed class ShopifyCheckoutTests
{
    private static readonly CustomerId Customer = CustomerId.New();

    private static readonly CheckoutLine[] Lines = [new("gid://shopify/ProductVariant/11", 2), new("gid://shopify/ProductVariant/12", 1)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateAsync_Cart_GivesItsLinkAndWarningsAndNamesTheChat()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("storefront", """
            {"data":{"cartCreate":{"cart":{"id":"gid://shopify/Cart/abc?key=1","checkoutUrl":"https://demo-shop.myshopify.com/cart/c/abc?key=1","totalQuantity":3,"cost":{"totalAmount":{"amount":"37.5","currencyCode":"EUR"}},
            "lines":{"nodes":[{"quantity":3,"merchandise":{"id":"gid://shopify/ProductVariant/11"}}]}},"userErrors":[],"warnings":[{"code":"MERCHANDISE_NOT_ENOUGH_STOCK","message":"Only 1 left.","target":"gid://shopify/CartLine/1"}]}}}
            """);

        var result = await CreateAsync(host);

        Assert.Equal("https://demo-shop.myshopify.com/cart/c/abc?key=1", result.Link!.AbsoluteUri);
        Assert.Equal(["Only 1 left."], result.Notes);
        Assert.Contains($"\"{Customer}\"", Assert.Single(host.Calls).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, """{"data":{"cartCreate":{"cart":null,"userErrors":[{"field":["input"],"message":"no","code":"INVALID"}],"warnings":[]}}}""")]
    [InlineData(200, """{"errors":[{"message":"Throttled","extensions":{"code":"ACCESS_DENIED"}}]}""")]
    [InlineData(404, """{"errors":"Not Found"}""")]
    [InlineData(200, "not json")]
    public async Task CreateAsync_StorefrontRefuses_GivesAPermalink(int status, string body)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("storefront", body, status);

        AssertPermalink(host, await CreateAsync(host));
    }

    [Fact]
    public async Task CreateAsync_StorefrontDoesNotAnswer_GivesAPermalinkInTime()
    {
        await using var host = await ShopHost.StartAsync();
        var never = new TaskCompletionSource<(int, string)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Answers["storefront"] = _ =>
        {
            asked.TrySetResult();
            return never.Task;
        };

        var creating = CreateAsync(host);
        await asked.Task.WaitAsync(Token);
        host.Time.Advance(TimeSpan.FromSeconds(4));

        AssertPermalink(host, await creating);
        never.SetResult((500, ""));
    }

    [Fact]
    public async Task CreateAsync_CallerGivesUp_IsCancelled()
    {
        await using var host = await ShopHost.StartAsync();
        using var caller = new CancellationTokenSource();
        host.Answers["storefront"] = async _ =>
        {
            await caller.CancelAsync();
            return (500, "");
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CreateAsync(host, caller.Token));
    }

    private static void AssertPermalink(ShopHost host, CheckoutResult result)
    {
        Assert.Equal($"{host.ShopUrl}/cart/11:2,12:1?attributes[chat_ref]={Customer}", result.Link!.OriginalString);
        Assert.Empty(result.Notes);
    }

    private static async Task<CheckoutResult> CreateAsync(ShopHost host, CancellationToken? token = null) =>
        await host.Services.GetRequiredService<IShopCheckout>().CreateAsync((await host.StoreAsync()).Profile, Customer, Lines, token ?? Token);
}
