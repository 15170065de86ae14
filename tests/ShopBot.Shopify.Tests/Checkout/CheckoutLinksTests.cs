using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopify.Diagnostics;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;

namespace ShopBot.Shopify.Tests.Checkout;

public sealed class CheckoutLinksTests
{
    private const string NoProducts = """{"data":{"products":{"nodes":[]}}}""";
    private const string Denied = """{"errors":[{"message":"Access denied","extensions":{"code":"ACCESS_DENIED"}}]}""";
    private const string NoPage = """{"data":{"products":{"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}}}""";
    private const string Invoice = "https://demo-shop.myshopify.com/1/invoices/abc";

    private static readonly CheckoutRequest Request = new(CustomerId.New(), [new CheckoutLine(Shop.Variant(11), 2)]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProbeAsync_HealthyShop_SaysSoAndIsRemembered()
    {
        await using var host = await HostAsync();

        var readiness = await ProbeAsync(host);
        await CreateAsync(host, Request);

        Assert.Equal(new CheckoutReadiness(StorefrontAccess.PrivateToken, false, true, false), readiness);
        Assert.Equal(1, host.CallsTo("SfVisibleProducts"));
    }

    [Fact]
    public async Task ProbeAsync_AfterADay_IsDoneAgain()
    {
        await using var host = await HostAsync();

        await CreateAsync(host, Request);
        host.Time.Advance(TimeSpan.FromHours(25));
        await CreateAsync(host, Request);

        Assert.Equal(2, host.CallsTo("SfVisibleProducts"));
    }

    [Fact]
    public async Task ProbeAsync_TokenSeesNothingButEverybodyDoes_MakesCartsWithoutToken()
    {
        await using var host = await HostAsync();
        host.Answers["SfVisibleProducts"] = _ => Task.FromResult((200, host.Calls.Last().Token is null ? """{"data":{"products":{"nodes":[{"id":"1"}]}}}""" : NoProducts));

        var readiness = await ProbeAsync(host);
        var result = await CreateAsync(host, Request);

        Assert.Equal((StorefrontAccess.Tokenless, CheckoutWays.StorefrontCart), (readiness.Storefront, result.Way));
        Assert.Null(host.Calls.Single(call => call.Body.Contains("CartCreate", StringComparison.Ordinal)).Token);
    }

    [Theory]
    [InlineData(Denied, true)]
    [InlineData(NoProducts, false)]
    public async Task ProbeAsync_StorefrontShowsNothing_TakesPermalinksAtOnce(string answer, bool scopeMissing)
    {
        await using var host = await HostAsync();
        host.Always("SfVisibleProducts", answer);

        var readiness = await ProbeAsync(host);
        var result = await CreateAsync(host, Request);

        Assert.Equal(new CheckoutReadiness(StorefrontAccess.None, scopeMissing, true, false), readiness);
        Assert.Equal(CheckoutWays.CartPermalink, result.Way);
        Assert.Equal(0, host.CallsTo("CartCreate"));
    }

    [Fact]
    public async Task ProbeAsync_NothingAnswers_IsUncertainAndTriedAgainSoon()
    {
        await using var host = await HostAsync();
        host.Always("SfVisibleProducts", "", 500);
        host.Always("ProductsPage", "", 500);

        Assert.Equal(StorefrontAccess.Unknown, (await ProbeAsync(host)).Storefront);
        Assert.Equal(CheckoutWays.StorefrontCart, (await CreateAsync(host, Request)).Way);
        var before = host.CallsTo("SfVisibleProducts");
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await CreateAsync(host, Request);

        Assert.True(host.CallsTo("SfVisibleProducts") > before);
    }

    [Fact]
    public async Task CreateAsync_CartIsRefusedForLackOfAccess_LooksAgainButNotEachTime()
    {
        await using var host = await HostAsync();
        host.Always("CartCreate", Denied);

        await CreateAsync(host, Request);
        await CreateAsync(host, Request);
        Assert.Equal(1, host.CallsTo("SfVisibleProducts"));
        host.Time.Advance(TimeSpan.FromMinutes(2));
        host.Always("SfVisibleProducts", Denied);
        await CreateAsync(host, Request);
        var carts = host.CallsTo("CartCreate");
        await CreateAsync(host, Request);

        Assert.Equal(carts, host.CallsTo("CartCreate"));
    }

    [Fact]
    public async Task CreateAsync_PasswordProtectedStore_GivesAnInvoice()
    {
        await using var host = await HostAsync();
        host.Pages["/"] = (302, host.ShopUrl + "/password");
        var asked = 0;
        host.Always("DraftOrderCreate", Shop.Draft(ready: false));
        host.Answers["DraftOrderGet"] = _ => Task.FromResult((200, $$$"""{"data":{"draftOrder":{{{Shop.DraftBody(++asked > 1)}}}}}"""));

        var result = await CreateAsync(host, Request with { DiscountCodes = ["SAVE10"] });

        Assert.Equal((Invoice, CheckoutWays.DraftOrderInvoice), (result.Link!.AbsoluteUri, result.Way));
        var draft = host.Calls.Single(call => call.Body.Contains("DraftOrderCreate", StringComparison.Ordinal)).Body;
        Assert.Contains($$"""{"key":"chat_ref","value":"{{Request.Customer}}"}""", draft, StringComparison.Ordinal);
        Assert.Contains("SAVE10", draft, StringComparison.Ordinal);
        Assert.Contains("wa-chat", draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_PasswordProtectedStoreWithoutDraftScope_FallsBackWithoutAskingForADraft()
    {
        await using var host = await HostAsync(scope: "read_products,unauthenticated_write_checkouts");
        host.Pages["/"] = (302, "/password");

        var result = await CreateAsync(host, Request);

        Assert.Equal(CheckoutWays.StorefrontCart, result.Way);
        Assert.Equal(0, host.CallsTo("DraftOrderCreate"));
    }

    [Fact]
    public async Task CreateAsync_NothingInTheOnlineStore_PrefersAnInvoiceToAPermalink()
    {
        await using var host = await HostAsync();
        host.Always("SfVisibleProducts", Denied);
        host.Always("ProductsPage", NoPage);
        host.Always("DraftOrderCreate", Shop.Draft(ready: true));

        Assert.Equal(CheckoutWays.DraftOrderInvoice, (await CreateAsync(host, Request)).Way);
    }

    [Fact]
    public async Task CreateAsync_AgreedPrices_GoOnAnInvoiceOrNowhere()
    {
        await using var host = await HostAsync();
        host.Always("DraftOrderCreate", Shop.Draft(ready: true));
        var agreed = Request with { UsesAgreedPrices = true, Lines = [new CheckoutLine(Shop.Variant(11), 1) { Price = new Money(7.25m, "EUR") }] };

        var made = await CreateAsync(host, agreed);
        host.Always("DraftOrderCreate", """{"data":{"draftOrderCreate":{"draftOrder":null,"userErrors":[{"field":null,"message":"Add at least 1 product"}]}}}""");
        var refused = await CreateAsync(host, agreed);

        Assert.Equal((Invoice, 0), (made.Link!.AbsoluteUri, made.Changes.Count));
        Assert.Contains("7.25", host.Calls.First(call => call.Body.Contains("DraftOrderCreate", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
        Assert.Null(refused.Link);
    }

    [Fact]
    public async Task CreateAsync_DiscountCodes_TravelWithCartsAndPermalinks()
    {
        await using var host = await HostAsync();
        var request = Request with { DiscountCodes = ["SAVE 10", "b&c"] };

        await CreateAsync(host, request);
        host.Always("CartCreate", "", 430);
        var permalink = await CreateAsync(host, request);

        Assert.Contains("SAVE 10", host.Calls.First(call => call.Body.Contains("CartCreate", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
        Assert.EndsWith("&discount=SAVE%2010,b%26c", permalink.Link!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, CheckoutWays.BuyPermalink)]
    [InlineData(true, false, CheckoutWays.CartPermalink)]
    [InlineData(false, true, CheckoutWays.CartPermalink)]
    public async Task CreateAsync_BuyPermalinks_OnlyWhereSwitchedOnAndOffered(bool on, bool offered, string way)
    {
        await using var host = await HostAsync(configure: o => o.UseBuyPermalinks = on);
        host.Always("CartCreate", "", 430);
        if (offered)
        {
            host.Pages["/.well-known/ucp"] = (200, """
                {"ucp":{"version":"2026-08-25","capabilities":{"dev.ucp.shopping.permalink":[{"version":"x","config":{"endpoint":"https://demo-shop.myshopify.com/buy/"}}]}}}
                """);
        }

        var result = await CreateAsync(host, Request);

        Assert.Equal(way, result.Way);
        if (way == CheckoutWays.BuyPermalink)
            Assert.Equal($"https://demo-shop.myshopify.com/buy/11:2?attribution/utm_source=whatsapp&attribution/utm_campaign={Request.Customer}", result.Link!.OriginalString);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"ucp":{"capabilities":{"dev.ucp.shopping.permalink":[{"config":{"endpoint":"http://evil.example/buy"}},{"config":{"endpoint":5}},7]}}}""")]
    [InlineData("""{"ucp":{"capabilities":{"dev.ucp.shopping.permalink":{}}}}""")]
    public async Task CreateAsync_StrangeCapabilities_AreNoOffer(string body)
    {
        await using var host = await HostAsync(configure: o => o.UseBuyPermalinks = true);
        host.Always("CartCreate", "", 430);
        host.Pages["/.well-known/ucp"] = (200, body);

        Assert.Equal(CheckoutWays.CartPermalink, (await CreateAsync(host, Request)).Way);
    }

    [Fact]
    public async Task CreateAsync_EveryTriedWay_IsCountedByOutcome()
    {
        await using var host = await HostAsync();
        var counted = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Meter.Name == ShopifyShopDiagnostics.MeterName) self.EnableMeasurementEvents(instrument); } };
        var scope = host.Services.GetRequiredService<IMeterFactory>();
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            if (instrument.Meter.Scope == scope)
                counted.Add(string.Join(' ', tags.ToArray().Select(tag => tag.Value)));
        });
        listener.Start();
        await CreateAsync(host, Request);
        host.Always("CartCreate", Denied);
        await CreateAsync(host, Request);

        Assert.Equal(["storefront_cart made", "storefront_cart denied", "cart_permalink made"], counted);
    }

    private static async Task<ShopHost> HostAsync(string scope = "", Action<ShopifyShopOptions>? configure = null)
    {
        var host = await ShopHost.StartAsync(
            new ShopifyCredentials { AccessToken = "shpat-1", Scope = scope, GrantedAt = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero) }, configure: configure);
        host.Always("CartCreate", Shop.Cart("", (11, 2, "10.0")));
        host.Always("VariantsByIds", Shop.Variants((11, "10.00", null)));
        return host;
    }

    private static async Task<CheckoutReadiness> ProbeAsync(ShopHost host)
    {
        var store = (await host.StoreAsync()).Profile;
        return await host.EndAsync(host.Services.GetRequiredService<ICheckoutLinks>().ProbeAsync(store, Token).AsTask());
    }

    private static async Task<CheckoutResult> CreateAsync(ShopHost host, CheckoutRequest request)
    {
        var store = (await host.StoreAsync()).Profile;
        return await host.EndAsync(host.Services.GetRequiredService<ICheckoutLinks>().CreateAsync(store, request, Token).AsTask());
    }
}
