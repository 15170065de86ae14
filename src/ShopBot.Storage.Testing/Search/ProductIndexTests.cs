using ShopBot.Engine.Stores;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Search;

namespace ShopBot.Storage.Testing.Search;

/// <summary>How an index keeps up with the shop.</summary>
public abstract class ProductIndexTests(Func<StorageHarness> open) : StorageTests(open)
{
    private IProductIndex Index => Storage.Products;

    [Fact]
    public async Task A_change_replaces_and_an_older_one_changes_nothing()
    {
        await Index.PutAsync(Store, [Entry("1", "boots")], Token);
        await Index.PutAsync(Store, [Entry("1", "sneakers") with { ChangedAt = Now.AddHours(1) }], Token);
        await Index.PutAsync(Store, [Entry("1", "sandals") with { ChangedAt = Now.AddMinutes(30) }], Token);

        Assert.Equal("1", await FoundAsync("sneakers"));
        Assert.Equal("", await FoundAsync("boots"));
        Assert.Equal("", await FoundAsync("sandals"));
    }

    [Fact]
    public async Task Of_the_same_time_the_later_one_stays()
    {
        await Index.PutAsync(Store, [Entry("1", "boots")], Token);
        await Index.PutAsync(Store, [Entry("1", "boots") with { Available = false, LowestPrice = new Money(3, "EUR") }], Token);

        Assert.Equal([new ProductHit("1", "boots", new Money(3, "EUR"), PricesDiffer: false, Available: false)], await FindAsync("boots"));
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        for (var i = 0; i < 3; i++)
            await Index.PutAsync(Store, [Entry("1", "boots"), Entry("2", "boots")], Token);

        Assert.Equal("1,2", await FoundAsync("boots"));
    }

    [Fact]
    public async Task What_is_removed_is_gone_and_older_news_do_not_bring_it_back()
    {
        await Index.PutAsync(Store, [Entry("1", "boots"), Entry("2", "boots")], Token);
        await Index.RemoveAsync(Store, ["1", "3"], Now.AddMinutes(10), Token);
        await Index.PutAsync(Store, [Entry("1", "boots") with { ChangedAt = Now.AddMinutes(5) }, Entry("3", "boots") with { ChangedAt = Now.AddMinutes(5) }], Token);
        Assert.Equal("2", await FoundAsync("boots"));

        await Index.PutAsync(Store, [Entry("1", "boots") with { ChangedAt = Now.AddMinutes(15) }], Token);
        Assert.Equal("1,2", await FoundAsync("boots"));
    }

    [Fact]
    public async Task A_removal_that_is_older_than_what_is_known_changes_nothing()
    {
        await Index.PutAsync(Store, [Entry("1", "boots") with { ChangedAt = Now.AddMinutes(10) }], Token);
        await Index.RemoveAsync(Store, ["1"], Now.AddMinutes(5), Token);

        Assert.Equal("1", await FoundAsync("boots"));
    }

    [Fact]
    public async Task What_a_whole_reading_did_not_bring_is_forgotten()
    {
        var other = StoreId.New(Now.AddSeconds(1));
        await Index.PutAsync(other, [Entry("1", "boots")], Token);
        await Index.PutAsync(Store, [Entry("1", "boots"), Entry("2", "boots"), Entry("3", "boots")], Token);
        await Index.RemoveAsync(Store, ["3"], Now, Token);
        await Index.PutAsync(Store, [Entry("1", "boots") with { SeenAt = Now.AddHours(3) }], Token);

        Assert.Equal(1, await Index.CompleteAsync(Store, Now.AddHours(2), Now.AddHours(3), Token));

        Assert.Equal("1", await FoundAsync("boots"));
        Assert.Equal("1", await FoundAsync("boots", other));
        Assert.Equal(Now.AddHours(3), (await Index.GetStateAsync(Store, Token)).FilledAt);
        Assert.Null((await Index.GetStateAsync(other, Token)).FilledAt);
        Assert.Equal(0, await Index.CompleteAsync(Store, Now.AddHours(2), Now.AddHours(4), Token));
    }

    [Fact]
    public async Task Words_that_are_written_alike_come_in_the_order_of_likeness()
    {
        await Index.PutAsync(Store, [Entry("1", "sneakers"), Entry("2", "sneezing"), Entry("3", "banana"), Entry("4", "snakes", "speakers")], Token);

        var words = await Index.FindWordsAsync(Store, "sneekers", 10, Token);

        Assert.Equal("sneakers", words[0]);
        Assert.Contains("sneezing", words);
        Assert.DoesNotContain("banana", words);
        Assert.Single(await Index.FindWordsAsync(Store, "sneekers", 1, Token));
        Assert.Empty(await Index.FindWordsAsync(StoreId.New(Now.AddSeconds(1)), "sneekers", 10, Token));
    }

    [Fact]
    public async Task Words_of_products_that_are_gone_are_forgotten_with_the_next_reading()
    {
        await Index.PutAsync(Store, [Entry("1", "sneakers"), Entry("2", "boots")], Token);
        await Index.PutAsync(Store, [Entry("2", "boots") with { SeenAt = Now.AddDays(1) }], Token);
        await Index.CompleteAsync(Store, Now.AddDays(1), Now.AddDays(1), Token);

        Assert.DoesNotContain("sneakers", await Index.FindWordsAsync(Store, "sneekers", 10, Token));
        Assert.Contains("boots", await Index.FindWordsAsync(Store, "bots", 10, Token));
    }

    [Fact]
    public async Task Any_of_the_terms_finds_those_that_fit_more_first()
    {
        await Index.PutAsync(Store, [Entry("1", "red"), Entry("2", "red", "wool"), Entry("3", "red", "wool", "scarf")], Token);
        IndexTerm[] terms = [Term("scarf"), Term("wool"), Term("red")];

        var any = await Index.FindAsync(Store, new IndexQuery(terms, All: false, 0, 10), Token);
        var all = await Index.FindAsync(Store, new IndexQuery(terms, All: true, 0, 10), Token);

        Assert.Equal(["3", "2", "1"], any.Select(hit => hit.ProductId));
        Assert.Equal(["3"], all.Select(hit => hit.ProductId));
        Assert.Equal(["2"], (await Index.FindAsync(Store, new IndexQuery(terms, All: false, 1, 1), Token)).Select(hit => hit.ProductId));
    }

    [Fact]
    public async Task An_alternative_fits_with_all_of_its_words()
    {
        await Index.PutAsync(Store, [Entry("1", "love"), Entry("2", "love", "seat"), Entry("3", "sofa")], Token);
        IndexTerm term = new([[new IndexWord("sof", IsBeginning: true)], [new IndexWord("love", IsBeginning: false), new IndexWord("seat", IsBeginning: true)]]);

        var found = await Index.FindAsync(Store, new IndexQuery([term], All: true, 0, 10), Token);

        Assert.Equal(["2", "3"], found.Select(hit => hit.ProductId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_store_that_is_erased_leaves_nothing_to_be_found()
    {
        var other = StoreId.New(Now.AddSeconds(1));
        await Index.PutAsync(other, [Entry("1", "boots")], Token);
        await Index.PutAsync(Store, [Entry("1", "boots")], Token);
        await Index.CompleteAsync(Store, Start, Now, Token);
        await Storage.Exports.SaveAsync(new ExportRecord { Store = Store, DueAt = Now }, Token);

        await Storage.Erasure.EraseStoreAsync(Store, Token);

        Assert.Equal("", await FoundAsync("boots"));
        Assert.Empty(await Index.FindWordsAsync(Store, "boots", 10, Token));
        Assert.Equal(new IndexState(null), await Index.GetStateAsync(Store, Token));
        Assert.Null(await Storage.Exports.FindAsync(Store, Token));
        Assert.Equal("1", await FoundAsync("boots", other));
    }

    [Fact]
    public async Task Two_that_put_the_same_products_at_once_both_succeed()
    {
        var entries = Enumerable.Range(0, 100).Select(i => Entry($"{i}", "boots", $"word{(char)('a' + i % 26)}")).ToList();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            async () => await Index.PutAsync(Store, i % 2 == 0 ? entries : [.. Enumerable.Reverse(entries)], Token), Token)));

        Assert.Equal(100, (await FindAsync("boots", 100)).Count);
    }

    private static IndexTerm Term(string word) => new([[new IndexWord(word, IsBeginning: false)]]);

    private async Task<IReadOnlyList<ProductHit>> FindAsync(string word, int count = 10, StoreId? store = null) =>
        await Index.FindAsync(store ?? Store, new IndexQuery([Term(word)], All: true, 0, count), Token);

    private async Task<string> FoundAsync(string word, StoreId? store = null) =>
        string.Join(',', (await FindAsync(word, 10, store)).Select(hit => hit.ProductId).Order(StringComparer.Ordinal));

    private static IndexEntry Entry(string id, params string[] words) => new()
    {
        ProductId = id,
        Title = string.Join(' ', words),
        TitleWords = words,
        KeywordWords = [],
        DescriptionWords = [],
        LowestPrice = new Money(10, "EUR"),
        ChangedAt = Start,
        SeenAt = Start,
    };
}
