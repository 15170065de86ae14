using System.Text;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Search;

/// <summary>Whatever a shopper writes, the search says it and nothing else; an independent reader of the language is the judge.</summary>
public sealed class SearchPropertyTests
{
    private const int Rounds = 20_000;
    private static readonly SearchTree.Term Active = new("status", "", "active", false, false);
    private static readonly SearchTree.Term Published = new("published_status", "", "published", false, false);

    [Theory]
    [InlineData(1)]
    [InlineData(20261122)]
    public void Words_become_terms_and_never_syntax(int seed) => ForMany(seed, static text =>
    {
        var parts = Parts(SearchTree.Read(ShopifySearch.Shoppable.And(ShopifySearch.Words(text)).ToString()));

        Assert.Equal([Active, Published], parts.Take(2));
        var words = parts.Skip(2).Cast<SearchTree.Term>().ToArray();
        Assert.Equal(ShopifySearch.Words(text).IsEmpty, words.Length == 0);
        var said = Said(text);
        for (var word = 0; word < words.Length; word++)
        {
            var last = word == words.Length - 1;
            Assert.Equal(new SearchTree.Term(null, "", words[word].Value, false, last), words[word]);
            // Word for word, in order, what was written.
            var at = said.IndexOf(words[word].Value, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{words[word].Value}' was not written in '{text}'");
            said = said[(at + words[word].Value.Length)..];
        }
    });

    [Theory]
    [InlineData(2)]
    [InlineData(20261122)]
    public void Every_plain_word_is_searched_for(int seed) => ForMany(seed, static text =>
    {
        var said = Said(text);
        var whole = said.Length < 90 ? said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static word => word.All(char.IsLetterOrDigit)) : [];
        var wanted = whole.Where(static word => word is not ("AND" or "OR" or "NOT")).ToArray();
        var parts = Parts(SearchTree.Read(ShopifySearch.Words(text).ToString())).Cast<SearchTree.Term>().Select(static term => term.Value).ToArray();

        Assert.All(wanted, word => Assert.Contains(word, (IEnumerable<string>)parts));
    });

    [Theory]
    [InlineData(3)]
    [InlineData(20261122)]
    public void Phrase_is_one_quoted_term(int seed) => ForMany(seed, static text =>
    {
        var search = ShopifySearch.Phrase(text);
        if (search.IsEmpty)
            return;
        var term = Assert.IsType<SearchTree.Term>(SearchTree.Read(search.ToString()));

        Assert.Equal(new SearchTree.Term(null, "", term.Value, true, false), term);
        Assert.StartsWith(term.Value, Said(text), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(4)]
    [InlineData(20261122)]
    public void Field_value_stays_one_value(int seed) => ForMany(seed, static text =>
    {
        foreach (var (search, comparator) in new[] { (ShopifySearch.Field("tag", text), ""), (ShopifySearch.AtLeast("tag", text), ">="), (ShopifySearch.Below("tag", text), "<") })
        {
            var term = Assert.IsType<SearchTree.Term>(SearchTree.Read(search.ToString()));
            Assert.Equal(("tag", comparator, Said(text)), (term.Field, term.Comparator, term.Value));
            Assert.False(term.IsPrefix);
        }
    });

    [Theory]
    [InlineData(5)]
    public void Joined_parts_keep_their_meaning(int seed) => ForMany(seed, static text =>
    {
        var words = ShopifySearch.Words(text);
        if (words.IsEmpty)
            return;
        var alone = SearchTree.Read(words.ToString());

        var either = Assert.IsType<SearchTree.Any>(Parts(SearchTree.Read(ShopifySearch.Field("tag", "x").And(words.Or(ShopifySearch.Shoppable)).ToString()))[1]);
        Assert.Equal(Parts(alone), Parts(either.Parts[0]));
        Assert.Equal([Active, Published], Parts(either.Parts[1]));

        var without = Assert.IsType<SearchTree.Not>(Parts(SearchTree.Read(ShopifySearch.Field("tag", "x").And(words.Not()).ToString()))[1]);
        Assert.Equal(Parts(alone), Parts(without.Part));
    });

    [Fact]
    public async Task Text_travels_as_a_variable_and_the_document_stays_as_it_is()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var random = new Random(6);
        for (var round = 0; round < 50; round++)
        {
            var search = ShopifySearch.Words(NastyText.Random(random));
            fixture.Stub.Answers("""{"data":{"products":{"nodes":[],"pageInfo":{"hasNextPage":false}}}}""");
            await fixture.Admin.GetProductsAsync(new ProductQuery { First = 5, Search = search }, TestContext.Current.CancellationToken);
            Assert.Equal(ShopifySearch.Shoppable.And(search).ToString(), fixture.Stub.Requests[^1].Variables.GetProperty("query").GetString());
        }

        Assert.Single(fixture.Stub.Requests.Select(static request => request.Json.GetProperty("query").GetString()).Distinct());
    }

    private static void ForMany(int seed, Action<string> check)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var text = NastyText.Random(random);
            try
            {
                check(text);
            }
            catch (Exception failure) when (failure is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"'{text}' gave {failure.Message}");
            }
        }
    }

    private static IReadOnlyList<SearchTree> Parts(SearchTree tree) => tree is SearchTree.All all ? all.Parts : [tree];

    // The text on one line without what nobody can see, written apart from the code under test.
    private static string Said(string text)
    {
        var said = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format && rune.Value != 0x200D)
                continue;
            said.Append(Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        return string.Join(' ', said.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
