using System.Runtime.InteropServices;

namespace ShopBot.Shopping.Search;

/// <summary>The products of one store, by id and by word.</summary>
internal sealed class Shelf
{
    private const double OfTitle = 10;
    private const double OfKeywords = 4;
    private const double OfDescription = 1;

    private readonly Dictionary<string, IndexEntry> _products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _removed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, double>> _words = new(StringComparer.Ordinal);

    public DateTimeOffset? FilledAt { get; set; }

    public IEnumerable<ProductHit> Find(IndexQuery query)
    {
        var scores = new Dictionary<string, (int Terms, double Score)>(StringComparer.Ordinal);
        foreach (var term in query.Terms)
        {
            foreach (var (id, score) in Fits(term))
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(scores, id, out _);
                sum = (sum.Terms + 1, sum.Score + score);
            }
        }

        return scores.Where(entry => !query.All || entry.Value.Terms == query.Terms.Count)
            .Select(entry => (Product: _products[entry.Key], entry.Value.Terms, entry.Value.Score))
            .OrderByDescending(entry => entry.Terms)
            .ThenByDescending(entry => entry.Product.Available ? entry.Score : entry.Score / 2)
            .ThenBy(entry => entry.Product.ProductId, StringComparer.Ordinal)
            .Skip(query.Skip).Take(query.Count)
            .Select(entry => new ProductHit(
                entry.Product.ProductId, entry.Product.Title, entry.Product.LowestPrice, entry.Product.PricesDiffer, entry.Product.Available));
    }

    public IEnumerable<string> Like(string word)
    {
        var letters = SearchWords.Letters(word).ToHashSet(StringComparer.Ordinal);
        return _words.Where(entry => SearchWords.CanBeMisspelt(entry.Key) && entry.Value.Values.Any(weight => weight > OfDescription))
            .Select(entry => (Word: entry.Key, Shared: SearchWords.Letters(entry.Key).Count(letters.Contains)))
            .Where(entry => entry.Shared > 0)
            .OrderByDescending(entry => entry.Shared)
            .ThenBy(entry => Math.Abs(entry.Word.Length - word.Length))
            .ThenBy(entry => entry.Word, StringComparer.Ordinal)
            .Select(entry => entry.Word);
    }

    public void Put(IndexEntry entry)
    {
        if (_removed.TryGetValue(entry.ProductId, out var at) && at > entry.ChangedAt)
            return;
        if (_products.TryGetValue(entry.ProductId, out var known))
        {
            var seen = known.SeenAt > entry.SeenAt ? known.SeenAt : entry.SeenAt;
            if (known.ChangedAt > entry.ChangedAt)
            {
                _products[entry.ProductId] = known with { SeenAt = seen };
                return;
            }

            entry = entry with { SeenAt = seen, OtherWords = entry.OtherWords ?? known.OtherWords };
            Unlink(known);
        }

        _removed.Remove(entry.ProductId);
        _products[entry.ProductId] = entry;
        Link(entry);
    }

    public void Remove(string id, DateTimeOffset at)
    {
        if (_products.TryGetValue(id, out var known))
        {
            if (known.ChangedAt > at)
                return;
            Unlink(known);
            _products.Remove(id);
        }

        if (!_removed.TryGetValue(id, out var before) || before < at)
            _removed[id] = at;
    }

    public int ForgetUnseen(DateTimeOffset began)
    {
        var gone = _products.Values.Where(product => product.SeenAt < began).ToList();
        foreach (var product in gone)
        {
            Unlink(product);
            _products.Remove(product.ProductId);
        }

        foreach (var (id, _) in _removed.Where(entry => entry.Value < began).ToList())
            _removed.Remove(id);
        return gone.Count;
    }

    /// <summary>The products that have all words of one of the alternatives, with the weight of all alternatives they fit.</summary>
    private Dictionary<string, double> Fits(IndexTerm term)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var words in term.Alternatives)
        {
            Dictionary<string, double>? fits = null;
            foreach (var word in words)
            {
                var holders = Holders(word);
                fits = fits is null ? holders : fits.Where(entry => holders.ContainsKey(entry.Key)).ToDictionary(entry => entry.Key, entry => entry.Value + holders[entry.Key], StringComparer.Ordinal);
            }

            foreach (var (id, weight) in fits ?? [])
                CollectionsMarshal.GetValueRefOrAddDefault(sums, id, out _) += weight;
        }

        return sums;
    }

    private Dictionary<string, double> Holders(IndexWord word)
    {
        var holders = new Dictionary<string, double>(StringComparer.Ordinal);
        var found = word.IsBeginning
            ? _words.Where(entry => entry.Key.StartsWith(word.Text, StringComparison.Ordinal)).Select(entry => entry.Value)
            : _words.TryGetValue(word.Text, out var exact) ? [exact] : [];
        foreach (var (id, weight) in found.SelectMany(entry => entry))
        {
            ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, id, out _);
            best = Math.Max(best, weight);
        }

        return holders;
    }

    private void Link(IndexEntry entry)
    {
        Link(entry.ProductId, entry.TitleWords, OfTitle);
        Link(entry.ProductId, entry.OtherWords ?? [], OfTitle);
        Link(entry.ProductId, entry.KeywordWords, OfKeywords);
        Link(entry.ProductId, entry.DescriptionWords, OfDescription);
    }

    private void Link(string id, IReadOnlyList<string> words, double weight)
    {
        foreach (var word in words)
            (CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _) ??= new(StringComparer.Ordinal)).TryAdd(id, weight);
    }

    private void Unlink(IndexEntry entry)
    {
        foreach (var word in entry.TitleWords.Concat(entry.OtherWords ?? []).Concat(entry.KeywordWords).Concat(entry.DescriptionWords))
        {
            if (!_words.TryGetValue(word, out var holders))
                continue;
            holders.Remove(entry.ProductId);
            if (holders.Count == 0)
                _words.Remove(word);
        }
    }
}
