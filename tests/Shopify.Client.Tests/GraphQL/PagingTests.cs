using System.Text.Json;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.GraphQL;

public sealed class PagingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_of_all_pages_come_in_order_and_pages_are_read_only_when_needed()
    {
        var asked = new List<string?>();
        var items = new List<int>();

        await foreach (var item in ShopifyPaging.EnumerateAsync(Pages(asked), cancellationToken: Token))
        {
            items.Add(item);
            Assert.Equal(((items.Count - 1) / 2) + 1, asked.Count);
        }

        Assert.Equal([0, 1, 2, 3, 4, 5], items);
        Assert.Equal([null, "c1", "c2"], asked);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 1)]
    [InlineData(3, 3, 2)]
    [InlineData(100, 6, 3)]
    public async Task Walk_ends_at_the_asked_number_of_items(int maxItems, int expected, int pages)
    {
        var asked = new List<string?>();

        Assert.Equal(expected, await ShopifyPaging.EnumerateAsync(Pages(asked), null, maxItems, Token).CountAsync(Token));
        Assert.Equal(pages, asked.Count);
    }

    [Fact]
    public async Task Walk_begins_after_the_given_cursor() =>
        Assert.Equal([4, 5], await ShopifyPaging.EnumerateAsync(Pages([]), "c2", cancellationToken: Token).ToListAsync(Token));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "b", "a")]
    [InlineData("a", null)]
    public async Task Cursor_that_does_not_move_ends_the_walk(params string?[] cursors)
    {
        var call = 0;
        var pages = ShopifyPaging.PagesAsync((_, _) => Task.FromResult(new Page<int>([1], true, cursors[call++])), cancellationToken: Token);

        Assert.Equal(cursors.Length, await pages.CountAsync(Token));
    }

    [Fact]
    public async Task Empty_pages_with_new_cursors_end_too()
    {
        var call = 0;
        var pages = ShopifyPaging.PagesAsync((_, _) => Task.FromResult(new Page<int>([], true, $"c{call++}")), null, 50, Token);

        Assert.Equal(50, await pages.CountAsync(Token));
    }

    [Fact]
    public async Task Cancellation_ends_the_walk_between_pages()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in ShopifyPaging.PagesAsync(Pages([]), cancellationToken: TestContext.Current.CancellationToken).WithCancellation(source.Token))
            {
                seen++;
                await source.CancelAsync();
            }
        });

        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task Operation_of_ones_own_is_walked_with_its_cursor_as_a_variable()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub
            .Answers("""{"data":{"productTags":{"nodes":["a","b"],"pageInfo":{"hasNextPage":true,"endCursor":"x"}}}}""")
            .Answers("""{"data":{"productTags":{"nodes":["c"],"pageInfo":{"hasNextPage":false,"endCursor":"y"}}}}""");
        var operation = new ShopifyOperation<JsonElement, JsonDocument>(
            "query Tags($after: String) { productTags(first: 2, after: $after) { nodes pageInfo { hasNextPage endCursor } } }",
            "Tags", RawJson.Default.JsonElement, RawJson.Default.JsonDocument);

        var tags = await fixture.Admin.EnumerateAsync(
            operation,
            static cursor => JsonElement.Parse($$"""{"after":{{(cursor is null ? "null" : $"\"{cursor}\"")}}}"""),
            static data => Connection(data.RootElement.GetProperty("productTags")),
            cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(["a", "b", "c"], tags);
        Assert.Equal("x", fixture.Stub.Requests[1].Variables.GetProperty("after").GetString());
    }

    private static Page<string> Connection(JsonElement connection) => new(
        [.. connection.GetProperty("nodes").EnumerateArray().Select(static node => node.GetString()!)],
        connection.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean(),
        connection.GetProperty("pageInfo").GetProperty("endCursor").GetString());

    // Three pages of two numbers.
    private static Func<string?, CancellationToken, Task<Page<int>>> Pages(List<string?> asked) => (cursor, _) =>
    {
        asked.Add(cursor);
        var page = cursor is null ? 0 : cursor[1] - '0';
        return Task.FromResult(new Page<int>([page * 2, (page * 2) + 1], page < 2, $"c{page + 1}"));
    };
}
