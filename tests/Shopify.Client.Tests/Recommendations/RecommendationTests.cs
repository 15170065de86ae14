using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Recommendations;

public sealed class RecommendationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetProductRecommendations_ReadsProducts_OfTheAskedKind()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"productRecommendations":[
              {"id":"gid://shopify/Product/2","handle":"mug","title":"Mug","availableForSale":true,"onlineStoreUrl":null,"featuredImage":{"url":"https://cdn.example/m.jpg","altText":""},
               "priceRange":{"minVariantPrice":{"amount":"9.0","currencyCode":"EUR"},"maxVariantPrice":{"amount":"12.0","currencyCode":"EUR"}},
               "selectedOrFirstAvailableVariant":{"id":"gid://shopify/ProductVariant/21","title":"Blue"}},
              null,
              {"id":"gid://shopify/Product/3","handle":"hat","title":"Hat","availableForSale":false,"featuredImage":null,"priceRange":null,"selectedOrFirstAvailableVariant":null}]}}
            """);

        var found = await fixture.Storefront.GetProductRecommendationsAsync("gid://shopify/Product/1", ProductRecommendationIntent.Complementary, "de", "de", Token);

        Assert.Equal(2, found!.Count);
        Assert.Equal(new ProductImage("https://cdn.example/m.jpg", null), found[0].Image);
        Assert.Equal("gid://shopify/ProductVariant/21", found[0].VariantId);
        Assert.Null(found[1].PriceRange);
        Assert.Equal(
            """{"productId":"gid://shopify/Product/1","intent":"COMPLEMENTARY","country":"DE","language":"DE"}""", fixture.Stub.Requests[0].Variables.GetRawText());
    }

    [Fact]
    public async Task GetProductRecommendations_ProductNotVisible_IsNull()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"data":{"productRecommendations":null}}""");

        Assert.Null(await fixture.Storefront.GetProductRecommendationsAsync("gid://shopify/Product/1", cancellationToken: Token));
    }
}
