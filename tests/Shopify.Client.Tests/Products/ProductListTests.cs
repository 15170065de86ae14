using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Products;

public sealed class ProductListTests
{
    private const string Node = """
        {"id":"gid://shopify/Product/1","handle":"hoodie","title":"Caf\u00e9 \"Hoodie\"","description":"","status":"ACTIVE","totalInventory":3,"hasOnlyDefaultVariant":false,"variantsCount":{"count":12},
         "priceRangeV2":{"minVariantPrice":{"amount":"20.0","currencyCode":"EUR"},"maxVariantPrice":{"amount":"20.0","currencyCode":"EUR"}},"compareAtPriceRange":null,"featuredMedia":null,
         "media":{"nodes":[{"alt":"front","preview":{"image":{"url":"https://cdn.example/1.jpg"}}},{"alt":"film","preview":{"image":null}},null]},
         "variants":{"nodes":[{"id":"gid://shopify/ProductVariant/11","title":"S","sku":"H-S","price":"20.00","compareAtPrice":null,"availableForSale":true,"inventoryPolicy":"DENY",
            "sellableOnlineQuantity":3,"inventoryItem":{"tracked":true},"selectedOptions":[{"name":"Size","value":"S"}],"media":{"nodes":[]}}],"pageInfo":{"hasNextPage":true}}}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Page(string nodes, string? next = null)
    {
        var (more, cursor) = next is null ? ("false", "null") : ("true", $"\"{next}\"");
        return $$$$$$"""{"data":{"products":{"nodes":[{{{{{{nodes}}}}}}],"pageInfo":{"hasNextPage":{{{{{{more}}}}}},"endCursor":{{{{{{cursor}}}}}} } } } }""";
    }

    [Fact]
    public async Task GetProducts_WithPicturesAndVariants_AsksForThemAndReadsThem()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Page(Node));

        var page = await fixture.Admin.GetProductsAsync(
            new() { First = 20, Images = 2, Variants = 4, SortKey = ProductSortKey.CreatedAt, Reverse = true, IncludeHidden = true }, Token);

        Assert.Equal(
            """{"first":20,"sortKey":"CREATED_AT","reverse":true,"withCountry":false,"images":2,"withImages":true,"variants":4,"withVariants":true}""",
            fixture.Stub.Requests[0].Variables.GetRawText());
        var product = Assert.Single(page.Items);
        Assert.Equal("Café \"Hoodie\"", product.Title);
        Assert.Equal(ProductStatus.Active, product.Status);
        Assert.Equal(new ProductImage("https://cdn.example/1.jpg", "front"), Assert.Single(product.Images));
        Assert.Equal(3, Assert.Single(product.Variants).SellableOnlineQuantity);
        Assert.True(product.HasMoreVariants);
    }

    [Theory]
    [InlineData(11, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 101)]
    [InlineData(0, -1)]
    public async Task GetProducts_TooManyExtras_SendsNothing(int images, int variants)
    {
        await using var fixture = await ClientFixture.StartAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => fixture.Admin.GetProductsAsync(new() { Images = images, Variants = variants }, Token));
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task GetProducts_ProductWithoutId_IsABrokenAnswer()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Page("""{"handle":"x","title":"X"}"""));

        await Assert.ThrowsAsync<ShopifyException>(() => fixture.Admin.GetProductsAsync(new(), Token));
    }

    [Fact]
    public async Task EnumerateProducts_FollowsTheCursor()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Page(Node, "c1")).Answers(Page(Node));

        var all = await fixture.Admin.EnumerateProductsAsync(new() { First = 1 }, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(2, all.Count);
        Assert.Equal("c1", fixture.Stub.Requests[1].Variables.GetProperty("after").GetString());
    }

    [Fact]
    public async Task GetProductByHandle_SendsTheHandleOnly()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"data":{"product":null}}""");

        Assert.Null(await fixture.Admin.GetProductByHandleAsync("green-hoodie", Token));
        Assert.Equal("""{"identifier":{"handle":"green-hoodie"},"withCountry":false}""", fixture.Stub.Requests[0].Variables.GetRawText());
    }

    [Fact]
    public async Task EnumerateVariantsOfProduct_ReadsAllPages()
    {
        await using var fixture = await ClientFixture.StartAsync();
        const string Variant = """{"id":"gid://shopify/ProductVariant/ID","title":"S","price":"1.00"}""";
        fixture.Stub
            .Answers($$$$$$"""{"data":{"product":{"variants":{"nodes":[{{{{{{Variant.Replace("ID", "1", StringComparison.Ordinal)}}}}}}],"pageInfo":{"hasNextPage":true,"endCursor":"v1"}}}}}""")
            .Answers($$$$$$"""{"data":{"product":{"variants":{"nodes":[{{{{{{Variant.Replace("ID", "2", StringComparison.Ordinal)}}}}}}],"pageInfo":{"hasNextPage":false,"endCursor":"v2"}}}}}""");

        var variants = await fixture.Admin.EnumerateVariantsOfProductAsync("gid://shopify/Product/1", Token).ToListAsync(Token);

        Assert.Equal(["gid://shopify/ProductVariant/1", "gid://shopify/ProductVariant/2"], variants.Select(static variant => variant.Id));
        Assert.Equal("""{"productId":"gid://shopify/Product/1","first":250,"after":"v1","withCountry":false}""", fixture.Stub.Requests[1].Variables.GetRawText());
    }

    [Fact]
    public async Task GetCollectionProducts_UnknownCollection_IsNull()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"data":{"collection":null}}""").Answers($$$$$$"""{"data":{"collection":{"products":{"nodes":[{{{{{{Node}}}}}}],"pageInfo":{"hasNextPage":false}}}}}""");
        var query = new CollectionProductsQuery { CollectionId = "gid://shopify/Collection/1", Country = "de" };

        Assert.Null(await fixture.Admin.GetCollectionProductsAsync(query, Token));
        Assert.Single((await fixture.Admin.GetCollectionProductsAsync(query, Token))!.Items);
        Assert.Equal(
            """{"id":"gid://shopify/Collection/1","first":10,"sortKey":"COLLECTION_DEFAULT","reverse":false,"country":"DE","withCountry":true,"images":1,"withImages":false,"variants":1,"withVariants":false}""",
            fixture.Stub.Requests[0].Variables.GetRawText());
    }
}
