using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Cart;

public sealed class CartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateCart_SendsLinesAttributesAndCountry_AndReadsTheCart()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Answers.CartCreated);

        var result = await fixture.Storefront.CreateCartAsync(
            new CartInput
            {
                Lines = [new("gid://shopify/ProductVariant/9", 2)],
                Attributes = [new("chat_ref", "c_42")],
                DiscountCodes = ["SAVE10"],
                CountryCode = "de",
                LanguageCode = "de",
            },
            Token);

        Assert.Equal("gid://shopify/Cart/abc?key=k1", result.Cart?.Id);
        Assert.Equal("https://demo.example/cart/c/abc?key=k1", result.Cart?.CheckoutUrl);
        Assert.DoesNotContain("key=k1", result.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            """{"input":{"lines":[{"merchandiseId":"gid://shopify/ProductVariant/9","quantity":2}],"attributes":[{"key":"chat_ref","value":"c_42"}],"discountCodes":["SAVE10"],"buyerIdentity":{"countryCode":"DE"}},"country":"DE","language":"DE"}""",
            fixture.Stub.Requests[0].Variables.GetRawText());
    }

    [Fact]
    public async Task CreateCart_StockShort_IsAWarningBesideTheCart()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Answers.CartCreated.Replace(
            "\"warnings\":[]", "\"warnings\":[{\"code\":\"MERCHANDISE_NOT_ENOUGH_STOCK\",\"message\":\"Only 2 left\",\"target\":\"gid://shopify/CartLine/1\"}]", StringComparison.Ordinal));

        var result = await fixture.Storefront.CreateCartAsync(new CartInput { Lines = [new("gid://shopify/ProductVariant/9", 5)] }, Token);

        Assert.NotNull(result.Cart);
        Assert.Equal(new CartWarning(CartWarningCode.MerchandiseNotEnoughStock, "Only 2 left", "gid://shopify/CartLine/1"), Assert.Single(result.Warnings));
    }

    [Fact]
    public async Task CreateCart_UnknownVariant_IsAValueNotAnException()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"cartCreate":{"cart":null,"userErrors":[{"code":"INVALID","field":["lines","0","merchandiseId"],"message":"The merchandise does not exist."}],"warnings":[]}}}
            """);

        var result = await fixture.Storefront.CreateCartAsync(new CartInput { Lines = [new("gid://shopify/ProductVariant/404", 1)] }, Token);

        Assert.Null(result.Cart);
        Assert.False(result.CartIsGone);
        var error = Assert.Single(result.UserErrors);
        Assert.Equal("INVALID", error.Code);
        Assert.Equal(["lines", "0", "merchandiseId"], error.Field);
    }

    [Fact]
    public async Task CreateCart_WrongInput_SendsNothing()
    {
        await using var fixture = await ClientFixture.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Storefront.CreateCartAsync(new CartInput { Lines = [] }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Storefront.CreateCartAsync(new CartInput { Lines = [new("x", 0)] }, Token));
        Assert.Empty(fixture.Stub.Requests);
    }
}
