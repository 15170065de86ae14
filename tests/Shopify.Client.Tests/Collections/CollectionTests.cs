using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Collections;

public sealed class CollectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetCollections_MapsAPage_AndAsksForPublishedOnes()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"collections":{"nodes":[
              {"id":"gid://shopify/Collection/1","handle":"hats","title":"Hats","description":"Warm","image":{"url":"https://cdn.example/h.jpg"},"productsCount":{"count":7}},
              {"id":"gid://shopify/Collection/2","handle":"socks","title":"Socks","description":null,"image":null,"productsCount":null},
              null],
              "pageInfo":{"hasNextPage":true,"endCursor":"c2"}}}}
            """);

        var page = await fixture.Admin.GetCollectionsAsync(2, "c0", Token);

        Assert.True(page.HasNextPage);
        Assert.Equal("c2", page.EndCursor);
        Assert.Equal(["Hats", "Socks"], page.Items.Select(static collection => collection.Title));
        Assert.Equal(7, page.Items[0].ProductsCount);
        Assert.Equal("https://cdn.example/h.jpg", page.Items[0].ImageUrl);
        Assert.Equal(string.Empty, page.Items[1].Description);
        var variables = fixture.Stub.Requests[0].Variables;
        Assert.Equal("c0", variables.GetProperty("after").GetString());
        Assert.Equal("published_status:published", variables.GetProperty("query").GetString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(251)]
    public async Task GetCollections_WrongPageSize_Throws(int first)
    {
        await using var fixture = await ClientFixture.StartAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => fixture.Admin.GetCollectionsAsync(first, null, Token));
    }
}
