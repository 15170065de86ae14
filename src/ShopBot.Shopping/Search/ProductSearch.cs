using System.Globalization;
using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Search;

/// <summary>
/// Finds products by what somebody typed: words in any order and form, beginnings of words, the store's synonyms, small mistakes; always within one store. First those that fit
/// all words; when there are none, those that fit what may have been meant; then those that fit some: one of a few words, but two of a sentence, as they were typed. May be called
/// concurrently.
/// </summary>
/// <param name="index">Where the words are kept.</param>
public sealed class ProductSearch(IProductIndex index)
{
    private const int Candidates = 300;
    private const int MostPairs = 8;
    private const string CursorPrefix = "search:";

    /// <summary>Whether a cursor is one of a search in an index, and not of another catalogue.</summary>
    /// <param name="cursor">The cursor.</param>
    public static bool IsCursor(string cursor) => cursor?.StartsWith(CursorPrefix, StringComparison.Ordinal) == true;

    /// <summary>Finds products.</summary>
    /// <param name="store">The store.</param>
    /// <param name="text">What was typed; at most 200 characters and eight words are looked at.</param>
    /// <param name="language">Language of the words, such as <c>pt-BR</c>: its little words are left out and its endings known. Null when not known.</param>
    /// <param name="synonyms">Words or short phrases of the store that stand for each other, each group for itself; empty for none.</param>
    /// <param name="cursor">Where the page begins: what the page before said; null for the first.</param>
    /// <param name="count">At most this many; 1 to 99.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page, empty when nothing is near enough; null when the store's index was never filled, or the cursor is not of this search.</returns>
    public async ValueTask<ProductHits?> SearchAsync(
        StoreId store, string text, string? language, IReadOnlyList<IReadOnlyList<string>> synonyms, string? cursor, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(synonyms);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 99);
        if (!TryRead(cursor, out var stage, out var skip))
            return null;
        var state = await index.GetStateAsync(store, cancellationToken).ConfigureAwait(false);
        if (state.FilledAt is null)
            return null;
        var plan = SearchPlan.Of(text, language, new Synonyms(synonyms));
        if (plan.Terms.Count == 0)
            return new ProductHits([], null);

        // A later page looks the way the first one found something.
        if (stage is null or Stage.All && await PageAsync(store, plan.Terms, Stage.All, skip, count, cancellationToken).ConfigureAwait(false) is { } all)
            return all;
        var corrected = stage is not Stage.All && await CorrectAsync(store, plan, cancellationToken).ConfigureAwait(false);
        if (stage is null or Stage.Corrected && corrected && await PageAsync(store, plan.Terms, Stage.Corrected, skip, count, cancellationToken).ConfigureAwait(false) is { } meant)
            return meant;
        if (stage is null or Stage.Any && plan.Terms.Count > 1)
        {
            var some = plan.IsSentence ? await PairsAsync(store, plan.Plain(), cancellationToken).ConfigureAwait(false) : plan.Terms;
            if (some.Count > 0 && await PageAsync(store, some, Stage.Any, skip, count, cancellationToken).ConfigureAwait(false) is { } any)
                return any;
        }

        return new ProductHits([], null);
    }

    /// <summary>Adds products, or replaces what is known of them; older news than those known change nothing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="products">The products, each once; at most 1,000.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public ValueTask PutAsync(StoreId store, IReadOnlyList<SearchableProduct> products, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(products);
        return index.PutAsync(store, [.. products.Select(product => product.ToEntry())], cancellationToken);
    }

    /// <inheritdoc cref="IProductIndex.RemoveAsync"/>
    public ValueTask RemoveAsync(StoreId store, IReadOnlyList<string> productIds, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        index.RemoveAsync(store, productIds, at, cancellationToken);

    /// <inheritdoc cref="IProductIndex.CompleteAsync"/>
    public ValueTask<int> CompleteAsync(StoreId store, DateTimeOffset began, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        index.CompleteAsync(store, began, at, cancellationToken);

    private async ValueTask<ProductHits?> PageAsync(StoreId store, IReadOnlyList<IndexTerm> terms, Stage stage, int skip, int count, CancellationToken cancellationToken)
    {
        var found = await index.FindAsync(store, new IndexQuery(terms, stage != Stage.Any, skip, count + 1), cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
            return null;
        return found.Count <= count
            ? new ProductHits(found, null)
            : new ProductHits([.. found.Take(count)], string.Create(CultureInfo.InvariantCulture, $"{CursorPrefix}{(int)stage}:{skip + count}"));
    }

    /// <summary>
    /// Any two words of a sentence, each pair as one term, of those words that the store has at all: a sentence about something else has one of them now and then.
    /// </summary>
    private async ValueTask<IReadOnlyList<IndexTerm>> PairsAsync(StoreId store, IReadOnlyList<IndexTerm> terms, CancellationToken cancellationToken)
    {
        List<IndexTerm> known = [];
        foreach (var term in terms)
        {
            if ((await index.FindAsync(store, new IndexQuery([term], All: true, 0, 1), cancellationToken).ConfigureAwait(false)).Count > 0)
                known.Add(term);
        }

        return [.. known.SelectMany((one, i) => known.Skip(i + 1).Select(other => Both(one, other))).Take(MostPairs)];
    }

    private static IndexTerm Both(IndexTerm one, IndexTerm other) =>
        new([.. one.Alternatives.SelectMany(mine => other.Alternatives.Select(theirs => (IReadOnlyList<IndexWord>)[.. mine, .. theirs]))]);

    private async ValueTask<bool> CorrectAsync(StoreId store, SearchPlan plan, CancellationToken cancellationToken)
    {
        var corrected = false;
        foreach (var word in plan.Words.Distinct(StringComparer.Ordinal).ToList())
            corrected |= plan.Correct(word, await index.FindWordsAsync(store, word, Candidates, cancellationToken).ConfigureAwait(false));
        return corrected;
    }

    private static bool TryRead(string? cursor, out Stage? stage, out int skip)
    {
        (stage, skip) = (null, 0);
        if (cursor is null)
            return true;
        if (cursor.Split(':') is not ["search", var number, var count] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out skip) || !Enum.IsDefined((Stage)known))
        {
            return false;
        }

        stage = (Stage)known;
        return true;
    }

    private enum Stage
    {
        All = 1,
        Corrected = 2,
        Any = 3,
    }
}
