using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;

namespace ShopBot.Shopify.Tests.Checkout;

public sealed class ShopifyCheckoutTests
{
    private static readonly CustomerId Customer = CustomerId.New();

    private static readonly CheckoutLine[] Lines =
    [
        new(Shop.Variant(11), 2) { Price = new Money(10m, "EUR") },
        new(Shop.Variant(12), 1) { Price = new Money(17.5m, "EUR") },
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateAsync_Cart_GivesItsLinkAndNamesTheChat()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CartCreate", Shop.Cart("", (11, 2, "10.0"), (12, 1, "17.5")));

        var result = await CreateAsync(host);

        Assert.Equal((Shop.Link, CheckoutWays.StorefrontCart, "abc"), (result.Link!.AbsoluteUri, result.Way, result.CartToken));
        Assert.Empty(result.Changes);
        Assert.Contains($"\"{Customer}\"", host.Calls.Single(call => call.Body.Contains("CartCreate", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
        Assert.Equal(0, host.CallsTo("VariantsByIds"));
    }

    [Theory]
    [InlineData("de", "DE", "&locale=de")]
    [InlineData("pt", "PT_BR", "&locale=pt-BR")]
    [InlineData("en", null, "")]
    [InlineData("fr", null, "")]
    public async Task CreateAsync_LanguageOfTheShop_IsThatOfTheCheckout(string locale, string? language, string parameter)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("ShopLocales", """{"data":{"shopLocales":[{"locale":"en","primary":true},{"locale":"de","primary":false},{"locale":"pt-BR","primary":false}]}}""");
        host.Always("TranslationsByIds", """{"data":{"nodes":[]}}""");
        host.Always("CartCreate", "", 500);
        host.Always("VariantsByIds", Shop.Variants((11, "10.00", 5), (12, "17.50", null)));
        var store = (await host.StoreAsync()).Profile with { Locale = locale };

        var result = await host.EndAsync(host.Services.GetRequiredService<IShopCheckout>().CreateAsync(store, new CheckoutOrder(Customer, Lines), Token).AsTask());

        Assert.Equal($"{host.ShopUrl}/cart/11:2,12:1?attributes[chat_ref]={Customer}{parameter}", result.Link!.OriginalString);
        var cart = host.Calls.First(call => call.Body.Contains("CartCreate", StringComparison.Ordinal)).Body;
        Assert.Equal(language is not null, cart.Contains($"\"language\":\"{language}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CreateAsync_WarningsAndOtherPrices_AreToldLineByLine()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CartCreate", Shop.Cart(
            Shop.Warning("MERCHANDISE_NOT_ENOUGH_STOCK", "Only 1 left.") + "," + Shop.Warning("DISCOUNT_NOT_FOUND", "No such code."), (11, 1, "12.0")));

        var result = await CreateAsync(host);

        Assert.Equal(
            [
                new CheckoutChange(Shop.Variant(11), CheckoutChangeKind.Fewer) { Quantity = 1 },
                new CheckoutChange(Shop.Variant(11), CheckoutChangeKind.Repriced) { Quantity = 1, Price = new Money(12m, "EUR") },
                new CheckoutChange(Shop.Variant(12), CheckoutChangeKind.SoldOut),
            ],
            result.Changes);
        Assert.Equal(["No such code."], result.Notes);
        Assert.NotNull(result.Link);
    }

    [Fact]
    public async Task CreateAsync_AllSoldOut_GivesNoLinkAndEndsThere()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CartCreate", Shop.Cart(Shop.Warning("MERCHANDISE_OUT_OF_STOCK", "Sold out.")));

        var result = await CreateAsync(host);

        Assert.Null(result.Link);
        Assert.Equal([CheckoutChangeKind.SoldOut, CheckoutChangeKind.SoldOut], result.Changes.Select(change => change.Kind));
        Assert.Equal(0, host.CallsTo("VariantsByIds"));
    }

    [Fact]
    public async Task CreateAsync_OneVariantIsGone_TriesOnceMoreWithoutIt()
    {
        await using var host = await ShopHost.StartAsync();
        host.Answers["CartCreate"] = body => Task.FromResult((200, body.Contains("ProductVariant/12", StringComparison.Ordinal)
            ? Shop.CartErrors(Shop.LineError(1)) : Shop.Cart("", (11, 2, "10.0"))));
        host.Always("VariantsByIds", Shop.Variants((11, "10.00", 5), null));

        var result = await CreateAsync(host);

        Assert.Equal((Shop.Link, CheckoutWays.StorefrontCart), (result.Link!.AbsoluteUri, result.Way));
        Assert.Equal([new CheckoutChange(Shop.Variant(12), CheckoutChangeKind.Gone)], result.Changes);
        Assert.Equal(2, host.CallsTo("CartCreate"));
    }

    [Fact]
    public async Task CreateAsync_AllVariantsAreGone_GivesNoLink()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CartCreate", Shop.CartErrors(Shop.LineError(0), Shop.LineError(1)));
        host.Always("VariantsByIds", Shop.Variants(null, null));

        var result = await CreateAsync(host);

        Assert.Null(result.Link);
        Assert.Equal([CheckoutChangeKind.Gone, CheckoutChangeKind.Gone], result.Changes.Select(change => change.Kind));
    }

    [Fact]
    public async Task CreateAsync_LineIsRefusedButSold_TakesThePermalinkWithAllLines()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CartCreate", Shop.CartErrors(Shop.LineError(0)));
        host.Always("VariantsByIds", Shop.Variants((11, "10.00", 5), (12, "17.50", null)));

        AssertPermalink(host, await CreateAsync(host));
    }

    [Theory]
    [InlineData(200, """{"data":{"cartCreate":{"cart":null,"userErrors":[{"field":["input"],"message":"no","code":"INVALID"}],"warnings":[]}}}""")]
    [InlineData(200, """{"errors":[{"message":"Access denied","extensions":{"code":"ACCESS_DENIED"}}]}""")]
    [InlineData(401, """{"errors":"Unauthorized"}""")]
    [InlineData(403, """{"errors":"Forbidden"}""")]
    [InlineData(404, """{"errors":"Not Found"}""")]
    [InlineData(429, """{"errors":"Throttled"}""")]
    [InlineData(430, "")]
    [InlineData(200, """{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]}""")]
    [InlineData(500, "")]
    [InlineData(200, "not json")]
    [InlineData(200, "{}")]
    public async Task CreateAsync_StorefrontRefuses_GivesAPermalink(int status, string body)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CartCreate", body, status);
        host.Always("VariantsByIds", Shop.Variants((11, "10.00", 5), (12, "17.50", null)));

        AssertPermalink(host, await CreateAsync(host));
    }

    [Fact]
    public async Task CreateAsync_NothingAnswers_GivesAPermalinkInTime()
    {
        await using var host = await ShopHost.StartAsync();
        var never = new TaskCompletionSource<(int, string)>(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var operation in new[] { "SfVisibleProducts", "ProductsPage", "CartCreate", "VariantsByIds" })
            host.Answers[operation] = _ => never.Task;
        var began = host.Time.GetUtcNow();

        AssertPermalink(host, await CreateAsync(host));

        Assert.InRange(host.Time.GetUtcNow() - began, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(7));
        never.SetResult((500, ""));
    }

    [Fact]
    public async Task CreateAsync_Permalink_IsForWhatCanBeBoughtToday()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CartCreate", "", 430);
        host.Always("VariantsByIds", Shop.Variants((11, "11.00", 1), (12, "17.50", 0)));

        var result = await CreateAsync(host);

        Assert.Equal($"{host.ShopUrl}/cart/11:1?attributes[chat_ref]={Customer}", result.Link!.OriginalString);
        Assert.Equal(
            [
                new CheckoutChange(Shop.Variant(11), CheckoutChangeKind.Fewer) { Quantity = 1 },
                new CheckoutChange(Shop.Variant(11), CheckoutChangeKind.Repriced) { Quantity = 1, Price = new Money(11m, "EUR") },
                new CheckoutChange(Shop.Variant(12), CheckoutChangeKind.SoldOut),
            ],
            result.Changes);
    }

    [Fact]
    public async Task CreateAsync_TooLongForALink_GivesAnInvoice()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CartCreate", "", 430);
        host.Always("VariantsByIds", """{"errors":[{"message":"down"}]}""");
        host.Always("DraftOrderCreate", Shop.Draft(ready: true));
        var many = Enumerable.Range(100_000_000, 200).Select(number => new CheckoutLine(Shop.Variant(number), 1)).ToList();

        var result = await CreateAsync(host, many);

        Assert.Equal(("https://demo-shop.myshopify.com/1/invoices/abc", CheckoutWays.DraftOrderInvoice), (result.Link!.AbsoluteUri, result.Way));
    }

    [Fact]
    public async Task CreateAsync_SameVariantTwice_IsOneLine()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CartCreate", Shop.Cart("", (11, 3, "10.0")));

        var result = await CreateAsync(host, [Lines[0], Lines[0] with { Quantity = 1 }]);

        Assert.Empty(result.Changes);
        Assert.Contains("\"quantity\":3", host.Calls.Single(call => call.Body.Contains("CartCreate", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_NoLinesOrNoPieces_Throws()
    {
        await using var host = await ShopHost.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => CreateAsync(host, []));
        await Assert.ThrowsAsync<ArgumentException>(() => CreateAsync(host, [Lines[0] with { Quantity = 0 }]));
    }

    [Fact]
    public async Task CreateAsync_CallerGivesUp_IsCancelled()
    {
        await using var host = await ShopHost.StartAsync();
        using var caller = new CancellationTokenSource();
        host.Answers["CartCreate"] = async _ =>
        {
            await caller.CancelAsync();
            return (500, "");
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CreateAsync(host, token: caller.Token));
    }

    private static void AssertPermalink(ShopHost host, CheckoutResult result)
    {
        Assert.Equal($"{host.ShopUrl}/cart/11:2,12:1?attributes[chat_ref]={Customer}", result.Link!.OriginalString);
        Assert.Equal(CheckoutWays.CartPermalink, result.Way);
        Assert.Empty(result.Notes);
        Assert.Empty(result.Changes);
    }

    private static async Task<CheckoutResult> CreateAsync(ShopHost host, IReadOnlyList<CheckoutLine>? lines = null, CancellationToken? token = null)
    {
        var store = (await host.StoreAsync()).Profile;
        return await host.EndAsync(host.Services.GetRequiredService<IShopCheckout>().CreateAsync(store, new CheckoutOrder(Customer, lines ?? Lines), token ?? Token).AsTask());
    }
}
