using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Cart;

public sealed class CartChangeTests
{
    private const string Id = "gid://shopify/Cart/abc?key=k1";

    public static TheoryData<string, string, Func<ShopifyStorefront, CancellationToken, Task<CartResult>>> Changes => new()
    {
        {
            "cartLinesAdd", """{"cartId":"ID","lines":[{"merchandiseId":"v","quantity":2,"attributes":[{"key":"gift","value":"yes"}],"sellingPlanId":"p"}]}""",
            static (api, token) => api.AddCartLinesAsync(Id, [new("v", 2) { Attributes = [new("gift", "yes")], SellingPlanId = "p" }], token)
        },
        {
            "cartLinesUpdate", """{"cartId":"ID","lines":[{"id":"l","quantity":0},{"id":"m","merchandiseId":"w"}]}""",
            static (api, token) => api.UpdateCartLinesAsync(Id, [new("l") { Quantity = 0 }, new("m") { VariantId = "w" }], token)
        },
        { "cartLinesRemove", """{"cartId":"ID","lineIds":["l"]}""", static (api, token) => api.RemoveCartLinesAsync(Id, ["l"], token) },
        { "cartDiscountCodesUpdate", """{"cartId":"ID","codes":["SAVE10"]}""", static (api, token) => api.SetCartDiscountCodesAsync(Id, ["SAVE10"], token) },
        {
            "cartBuyerIdentityUpdate", """{"cartId":"ID","buyer":{"countryCode":"DE","phone":"4917"}}""",
            static (api, token) => api.SetCartBuyerIdentityAsync(Id, new() { CountryCode = "de", Phone = "4917" }, token)
        },
        {
            "cartAttributesUpdate", """{"cartId":"ID","attributes":[{"key":"chat_ref","value":"c_42"}]}""",
            static (api, token) => api.SetCartAttributesAsync(Id, [new("chat_ref", "c_42")], token)
        },
        { "cartNoteUpdate", """{"cartId":"ID","note":"Ring twice"}""", static (api, token) => api.SetCartNoteAsync(Id, "Ring twice", token) },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_SendsItsInput_AndGivesTheCartWithWarnings(
        string payload, string variables, Func<ShopifyStorefront, CancellationToken, Task<CartResult>> change)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(
            $$$$$$"""{"data":{"{{{{{{payload}}}}}}":{"cart":{{{{{{Answers.Cart}}}}}},"userErrors":[],"warnings":[{"code":"TOO_NEW","message":"odd","target":null}]}}}""");

        var result = await change(fixture.Storefront, Token);

        Assert.Equal(variables.Replace("ID", Id, StringComparison.Ordinal), fixture.Stub.Requests[0].Variables.GetRawText());
        Assert.Equal(new CartWarning(new("TOO_NEW"), "odd", null), Assert.Single(result.Warnings));
        Assert.Equal(2, result.Cart?.TotalQuantity);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_CartGone_IsSaid(string payload, string variables, Func<ShopifyStorefront, CancellationToken, Task<CartResult>> change)
    {
        Assert.NotEmpty(variables);
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(
            $$$$$$"""{"data":{"{{{{{{payload}}}}}}":{"cart":null,"userErrors":[{"code":"INVALID","field":["cartId"],"message":"The specified cart does not exist."}],"warnings":[]}}}""");

        var result = await change(fixture.Storefront, Token);

        Assert.True(result.CartIsGone);
        Assert.Equal("INVALID", Assert.Single(result.UserErrors).Code);
    }

    [Fact]
    public async Task GetCart_ReadsLinesCostsAndBuyer()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers($$$$$$"""{"data":{"cart":{{{{{{Answers.Cart}}}}}}}}""");

        var cart = await fixture.Storefront.GetCartAsync(Id, "de", "de", Token);

        Assert.Equal($$$$$$"""{"id":"{{{{{{Id}}}}}}","country":"DE","language":"DE"}""", fixture.Stub.Requests[0].Variables.GetRawText());
        Assert.Null(cart!.Note);
        Assert.Equal(new CartDiscountCode("SAVE10", true), Assert.Single(cart.DiscountCodes));
        Assert.Equal(new CartCost(new(25m, "EUR"), new(22.5m, "EUR"), true), cart.Cost);
        var line = Assert.Single(cart.Lines);
        Assert.Equal("gid://shopify/ProductVariant/9", line.VariantId);
        Assert.Equal(new MoneyV2(2.5m, "EUR"), Assert.Single(line.DiscountAllocations));
        Assert.Equal("Hoodie", Assert.IsType<CartVariant>(line.Merchandise).ProductTitle);
    }

    [Fact]
    public async Task GetCart_Gone_IsNull()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"data":{"cart":null}}""");

        Assert.Null(await fixture.Storefront.GetCartAsync(Id, cancellationToken: Token));
    }

    [Fact]
    public async Task GetCart_MerchandiseOfANewKind_IsKeptAsUnknown()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers($$$$$$"""{"data":{"cart":{{{{{{Answers.Cart.Replace("\"__typename\":\"ProductVariant\"", "\"__typename\":\"Experience\"", StringComparison.Ordinal)}}}}}}}}""");

        var line = Assert.Single((await fixture.Storefront.GetCartAsync(Id, cancellationToken: Token))!.Lines);

        Assert.Equal(new UnknownCartMerchandise("Experience"), line.Merchandise);
        Assert.Null(line.VariantId);
    }

    [Fact]
    public async Task CreateCart_StockDenied_StillGivesTheCart()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers($$$$$$"""
            {"data":{"cartCreate":{"cart":{{{{{{Answers.Cart.Replace("\"quantityAvailable\":7", "\"quantityAvailable\":null", StringComparison.Ordinal)}}}}}},"userErrors":[],"warnings":[]}},
             "errors":[{"message":"Access denied for quantityAvailable field.","extensions":{"code":"ACCESS_DENIED"}}]}
            """);

        var result = await fixture.Storefront.CreateCartAsync(new() { Lines = [new("v", 1)] }, Token);

        Assert.Null(Assert.IsType<CartVariant>(result.Cart!.Lines[0].Merchandise).QuantityAvailable);
    }

    [Fact]
    public async Task Changes_WrongInput_SendNothing()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var api = fixture.Storefront;

        await Assert.ThrowsAsync<ArgumentException>(() => api.AddCartLinesAsync(Id, [], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => api.UpdateCartLinesAsync(Id, [new("l") { Quantity = -1 }], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => api.RemoveCartLinesAsync(Id, [], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => api.SetCartDiscountCodesAsync(Id, [.. Enumerable.Repeat("a", 251)], Token));
        Assert.Empty(fixture.Stub.Requests);
    }
}
