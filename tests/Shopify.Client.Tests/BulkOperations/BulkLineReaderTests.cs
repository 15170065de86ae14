using System.Text;

namespace Shopify.Client.Tests.BulkOperations;

/// <summary>JSON Lines joined to objects with their children.</summary>
public sealed class BulkLineReaderTests
{
    private const string File = """
        {"id":"gid://shopify/Product/1","title":"Lämp \/ 1"}
        {"id":"gid://shopify/ProductVariant/11","__parentId":"gid://shopify/Product/1"}
        {"id":"gid://shopify/Metafield/111","__parentId":"gid://shopify/ProductVariant/11"}
        {"id":"gid://shopify/ProductVariant/12","__parentId":"gid://shopify/Product/1"}
        {"id":"gid://shopify/Product/2"}
        {"id":"gid://shopify/Product/3"}
        {"title":"no id","__parentId":"gid://shopify/Product/3"}

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Children_come_with_what_they_belong_to(int chunk)
    {
        var read = await ReadAsync(File, chunk: chunk);

        Assert.Equal(["Product/1", "Product/2", "Product/3"], read.Select(Short));
        Assert.Equal(["ProductVariant/11", "ProductVariant/12"], read[0].Children.Select(Short));
        Assert.Equal(["Metafield/111"], read[0].Children[0].Children.Select(Short));
        Assert.Equal("Lämp / 1", read[0].Json.GetProperty("title").GetString());
        Assert.Equal("no id", Assert.Single(read[2].Children).Json.GetProperty("title").GetString());
        Assert.Equal(Encoding.UTF8.GetByteCount(File), read[2].NextOffset);
    }

    [Fact]
    public async Task From_each_offset_the_rest_follows()
    {
        var all = await ReadAsync(File);
        var bytes = Encoding.UTF8.GetBytes(File);

        foreach (var (line, i) in all.Select((line, i) => (line, i)))
        {
            var rest = await ReadAsync(Encoding.UTF8.GetString(bytes[(int)line.NextOffset..]), line.NextOffset);
            Assert.Equal(all.Skip(i + 1).Select(later => (Short(later), later.Children.Count, later.NextOffset)), rest.Select(later => (Short(later), later.Children.Count, later.NextOffset)));
        }
    }

    [Fact]
    public async Task A_child_that_does_not_follow_its_parent_comes_alone_and_says_whose_it_is()
    {
        var read = await ReadAsync("""
            {"id":"gid://shopify/Product/1"}
            {"id":"gid://shopify/Product/2"}
            {"id":"gid://shopify/ProductVariant/11","__parentId":"gid://shopify/Product/1"}
            {"id":"gid://shopify/ProductVariant/21","__parentId":"gid://shopify/Product/2"}
            """);

        Assert.Equal(["Product/1", "Product/2", "ProductVariant/11", "ProductVariant/21"], read.Select(Short));
        Assert.Equal("gid://shopify/Product/1", read[2].ParentId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n \n")]
    public async Task Nothing_is_nothing(string text) => Assert.Empty(await ReadAsync(text));

    [Theory]
    [InlineData("{\"id\":\"a\"}\r\n{\"id\":\"b\"}", 2)]
    [InlineData("{\"id\":\"a\"}\n{\"id\":\"b\"}", 2)]
    [InlineData("{\"id\":7}\n{}", 2)]
    public async Task Line_ends_of_all_kinds_are_read(string text, int count) => Assert.Equal(count, (await ReadAsync(text)).Count);

    [Theory]
    [InlineData("{\"id\":\"a\"}\n{\"id\":\"b\",\"tit")]
    [InlineData("[1]\n")]
    [InlineData("<Error>Expired</Error>")]
    public async Task What_is_cut_off_or_something_else_is_said(string text) => await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(text));

    private static string Short(BulkObject line) => line.Id?["gid://shopify/".Length..] ?? "";

    private static async Task<List<BulkObject>> ReadAsync(string text, long offset = 0, int chunk = 100_000)
    {
        await using var stream = new ChunkedStream(Encoding.UTF8.GetBytes(text), chunk);
        return await BulkLineReader.ReadAsync(stream, offset, Token).ToListAsync(Token);
    }

    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
