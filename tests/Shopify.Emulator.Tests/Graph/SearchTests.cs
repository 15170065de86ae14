using System.Text.Json.Nodes;

namespace Shopify.Emulator.Tests.Graph;

/// <summary>The search language, sorting and cursors of lists.</summary>
public sealed class SearchTests
{
    private const string Find = "query Find($q: String, $sort: ProductSortKeys = ID) { products(first: 250, query: $q, sortKey: $sort) { nodes { handle } } }";

    [Theory]
    [InlineData("title:lamp vendor:\"Halden Works\"", "arc-desk-lamp,tripod-floor-lamp")]
    [InlineData("teapot", "cast-iron-teapot")]
    [InlineData("TEAPOT OR title:carafe", "ripple-carafe,cast-iron-teapot")]
    [InlineData("boucle", "boucle-cushion")]
    [InlineData("\"salad bowl\"", "acacia-salad-bowl")]
    [InlineData("title:wa*", "quiet-wall-clock,waffle-towel,washed-linen-bedding,slim-watering-can")]
    [InlineData("tag:plants -tag:gift", "footed-planter,slim-watering-can")]
    [InlineData("tag:plants NOT title:planter", "slim-watering-can,windowsill-herb-kit")]
    [InlineData("price:<8", "olive-soap-bar,gift-wrapping")]
    [InlineData("price:>=219 status:active", "tripod-floor-lamp")]
    [InlineData("handle:halo-mirror,morning-mug", "morning-mug,halo-mirror")]
    [InlineData("(title:mug OR title:plate) vendor:\"Terra Nova Pottery\"", "morning-mug,coupe-plate")]
    [InlineData("title:mug OR title:plate vendor:Nobody", "morning-mug")]
    [InlineData("status:draft", "winter-candle")]
    [InlineData("candle published_status:published", "beeswax-taper-candles")]
    [InlineData("title:mug AND nothing-like-it", "")]
    public async Task Queries_find_what_they_mean(string query, string handles)
    {
        await using var f = await ShopFixture.StartAsync();
        var found = Handles(await f.AdminDataAsync(Find, new { q = query }));
        var wanted = handles.Split(',', StringSplitOptions.RemoveEmptyEntries).Order().ToList();
        Assert.Equal(wanted, found.Order());
    }

    [Fact]
    public async Task Collection_filter_combines_with_others()
    {
        await using var f = await ShopFixture.StartAsync();
        var id = f.Shop.Collections.Single(c => c.Handle == "bath").Id;
        Assert.Equal(["waffle-towel"], Handles(await f.AdminDataAsync(Find, new { q = $"collection_id:{id} tag:cotton" })));
    }

    [Fact]
    public async Task Unknown_fields_are_ignored_and_warned_about()
    {
        await using var f = await ShopFixture.StartAsync();
        var answer = await f.AdminAsync(Find, new { q = "colour:red" });
        Assert.Equal(f.Shop.Products.Count, Handles(answer["data"]!).Count());
        var note = answer["extensions"]!["search"]![0]!;
        Assert.Equal("products", (string?)note["path"]![0]);
        Assert.Equal("invalid_field", (string?)note["warnings"]![0]!["code"]);
        Assert.Equal("colour", (string?)note["warnings"]![0]!["field"]);
    }

    [Fact]
    public async Task Relevance_puts_hits_in_the_title_first()
    {
        await using var f = await ShopFixture.StartAsync();
        var found = Handles(await f.AdminDataAsync(Find, new { q = "candle*", sort = "RELEVANCE" })).ToList();
        Assert.Equal(["beeswax-taper-candles", "winter-candle"], found.Take(2).Order());
        Assert.Contains("harbour-lantern", found);
    }

    [Theory]
    [InlineData("TITLE", false)]
    [InlineData("TITLE", true)]
    [InlineData("ID", false)]
    [InlineData("CREATED_AT", true)]
    public async Task Pages_hold_every_product_once_in_every_order(string sort, bool reverse)
    {
        await using var f = await ShopFixture.StartAsync();
        List<string> seen = [];
        string? after = null;
        do
        {
            var page = (await f.AdminDataAsync(
                "query P($after: String, $sort: ProductSortKeys, $reverse: Boolean) { products(first: 7, after: $after, sortKey: $sort, reverse: $reverse) { edges { cursor node { id title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
                new { after, sort, reverse }))["products"]!;
            seen.AddRange(page["edges"]!.AsArray().Select(e => (string)e!["node"]!["title"]!));
            Assert.Equal(after is not null, (bool)page["pageInfo"]!["hasPreviousPage"]!);
            Assert.Equal((string?)page["edges"]!.AsArray()[^1]!["cursor"], (string?)page["pageInfo"]!["endCursor"]);
            after = (bool)page["pageInfo"]!["hasNextPage"]! ? (string)page["pageInfo"]!["endCursor"]! : null;
        }
        while (after is not null);
        Assert.Equal(f.Shop.Products.Select(p => p.Title).Order(), seen.Order());
        if (sort == "TITLE")
            Assert.Equal(reverse ? seen.OrderDescending(StringComparer.InvariantCultureIgnoreCase) : seen.Order(StringComparer.InvariantCultureIgnoreCase), seen);
    }

    [Fact]
    public async Task More_than_250_rows_are_refused()
    {
        await using var f = await ShopFixture.StartAsync();
        var error = (await f.AdminAsync("{ products(first: 251) { pageInfo { hasNextPage } } }"))["errors"]![0]!;
        Assert.StartsWith("first cannot exceed 250", (string?)error["message"], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Handles(JsonNode data) => data["products"]!["nodes"]!.AsArray().Select(p => (string)p!["handle"]!);
}
