using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Variants;

public sealed class VariantTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetVariants_KeepsTheOrder_AndGivesNullForWhatIsNoVariant()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"nodes":[null,
              {"__typename":"ProductVariant","id":"gid://shopify/ProductVariant/2","title":"M","sku":null,"price":"12.50","compareAtPrice":null,
               "availableForSale":true,"inventoryPolicy":"DENY","sellableOnlineQuantity":4,"inventoryItem":{"tracked":true},
               "selectedOptions":[{"name":"Size","value":"M"}],"media":{"nodes":[]},
               "product":{"id":"gid://shopify/Product/1","title":"Hoodie","status":"ACTIVE","hasOnlyDefaultVariant":false}},
              {"__typename":"Product"}]}}
            """);

        var found = await fixture.Admin.GetVariantsAsync(
            ["gid://shopify/ProductVariant/1", "gid://shopify/ProductVariant/2", "gid://shopify/Product/1"], Token);

        Assert.Equal(3, found.Count);
        Assert.Null(found[0]);
        Assert.Null(found[2]);
        Assert.Equal(12.50m, found[1]!.Variant.Price);
        Assert.Equal(4, found[1]!.Variant.SellableOnlineQuantity);
        Assert.Equal("Hoodie", found[1]!.ProductTitle);
        Assert.Equal(ProductStatus.Active, found[1]!.ProductStatus);
    }

    [Fact]
    public async Task GetVariants_None_AsksNothing()
    {
        await using var fixture = await ClientFixture.StartAsync();

        Assert.Empty(await fixture.Admin.GetVariantsAsync([], Token));
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task GetVariants_MoreThanOneCallMayHold_AsksInParts()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers($$$"""{"data":{"nodes":[{{{string.Join(',', Enumerable.Repeat("null", 250))}}}]}}""").Answers("""{"data":{"nodes":[null]}}""");

        var found = await fixture.Admin.GetVariantsAsync([.. Enumerable.Range(1, 251).Select(static id => $"gid://shopify/ProductVariant/{id}")], Token);

        Assert.Equal(251, found.Count);
        Assert.Equal(2, fixture.Stub.Requests.Count);
    }

    [Fact]
    public async Task GetVariants_FewerNodesThanIds_IsABrokenAnswer()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"data":{"nodes":[]}}""");

        await Assert.ThrowsAsync<ShopifyException>(() => fixture.Admin.GetVariantsAsync(["gid://shopify/ProductVariant/1"], Token));
    }
}
