using Shopify.Emulator.Catalog;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Graph.Storefront;

/// <summary>
/// Fields <c>search</c>, <c>predictiveSearch</c> and <c>productRecommendations</c>: whole words over visible products, the last one as prefix
/// when asked. Production also forgives typing errors.
/// </summary>
internal static class SfSearch
{
    private const int MaxRecommendations = 10;

    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("QueryRoot")
            .Field("search", SfQueryFields.Listings, static (call, scope) => Run(call, scope))
            .Field("predictiveSearch", SfQueryFields.Listings, static (call, scope) => Predict(call, scope))
            .Field("productRecommendations", SfQueryFields.Listings, static (call, scope) => Recommend(call, scope));
        model.Type<PredictionRow>("PredictiveSearchResult")
            .Field("products", static r => r.Products)
            .Field("collections", static r => r.Collections)
            .Field("queries", static r => r.Queries.Select(static q => new QueryRow(q)))
            .Field("articles", static _ => Array.Empty<object>())
            .Field("pages", static _ => Array.Empty<object>());
        model.Type<QueryRow>("SearchQuerySuggestion")
            .Field("text", static q => q.Text)
            .Field("styledText", static q => Web.Html.Encode(q.Text))
            .Field("trackingParameters", static _ => null);
    }

    private static Page Run(GraphCall call, FieldScope scope)
    {
        var types = scope.Texts("types");
        var parsed = Parse(scope.Text("query"), scope.Text("prefix") == "LAST");
        var found = Found(call, parsed).ToList();
        if (types.Count > 0 && !types.Contains("PRODUCT")) found = [];
        var facets = SfFacets.Of(found, call.Prices);
        IEnumerable<CatalogProduct> filtered = found;
        foreach (var filter in scope.Objects("productFilters")) filtered = SfFilter.Apply(filtered, filter, call.Prices);
        var unavailable = scope.Text("unavailableProducts") ?? "LAST";
        if (unavailable == "HIDE") filtered = filtered.Where(static p => p.AvailableForSale);
        var grouped = filtered.OrderBy(p => unavailable == "LAST" && !p.AvailableForSale);
        var sorted = scope.Text("sortKey") == "PRICE"
            ? grouped.ThenBy(static p => p.PriceRange().Min)
            : grouped.ThenByDescending(p => parsed is null ? 0 : CatalogSearch.Rank(p, parsed));
        return Page.Of(sorted.ThenBy(static p => p.Id), scope, static p => p.Id) with { Filters = facets };
    }

    private static PredictionRow Predict(GraphCall call, FieldScope scope)
    {
        var limit = scope.Number("limit") ?? 10;
        if (limit is < 1 or > 10) throw GraphError.InvalidFieldArguments("limit must be within 1..10");
        var types = scope.Texts("types");
        if (Parse(scope.Text("query"), isPrefix: true) is not { } parsed) return new([], [], []);
        var products = Wants("PRODUCT") ? Found(call, parsed).OrderByDescending(p => CatalogSearch.Rank(p, parsed)).ThenBy(static p => p.Id).Take(limit).ToList() : [];
        var collections = Wants("COLLECTION")
            ? call.Shop.Collections.Where(c => parsed.Matches(term => TextMatch.Words(term, c.Title))).Take(limit).ToList() : [];
        var queries = Wants("QUERY") ? Found(call, parsed).Select(static p => p.Title.ToLowerInvariant()).Distinct().Take(limit).ToList() : [];
        if (scope.Text("limitScope") != "EACH")
        {
            // One limit over all kinds: products first.
            collections = [.. collections.Take(limit - products.Count)];
            queries = [.. queries.Take(limit - products.Count - collections.Count)];
        }

        return new(products, collections, queries);

        bool Wants(string type) => types.Count == 0 || types.Contains(type);
    }

    /// <summary>Products of the same kind, collections and tags come first. Complements are a merchant's choice, and these merchants made none.</summary>
    private static IReadOnlyList<CatalogProduct>? Recommend(GraphCall call, FieldScope scope)
    {
        var product = scope.Text("productId") is { } id ? call.Shop.Product(id) : call.Shop.FindProduct(scope.Text("productHandle"));
        if (product is not { IsBuyable: true }) return null;
        if (scope.Text("intent") == "COMPLEMENTARY") return [];
        var shelves = call.Shop.Collections.Where(c => c.ProductHandles.Contains(product.Handle)).ToList();
        return [.. SfQueryFields.Visible(call.Shop).Where(p => p.Id != product.Id)
            .Select(p => (Product: p, Likeness: (p.ProductType == product.ProductType ? 3 : 0) + shelves.Count(c => c.ProductHandles.Contains(p.Handle)) + p.Tags.Count(product.Tags.Contains)))
            .Where(static p => p.Likeness > 0).OrderByDescending(static p => p.Likeness).ThenBy(static p => p.Product.Id).Take(MaxRecommendations).Select(static p => p.Product)];
    }

    private static IEnumerable<CatalogProduct> Found(GraphCall call, SearchNode? parsed) =>
        SfQueryFields.Visible(call.Shop).Where(p => parsed is null || parsed.Matches(term => CatalogSearch.BareWord(p, term) || Translated(p, term, call.Locale)));

    private static bool Translated(CatalogProduct product, SearchTerm term, string? locale) => locale is not null
        && product.Translations.Any(t => t.Locale == locale && t.Key is "title" or "product_type" && TextMatch.Words(term, t.Value));

    private static SearchNode? Parse(string? query, bool isPrefix)
    {
        var parsed = SearchParser.Parse(query);
        return parsed is not null && isPrefix ? WithPrefix(parsed) : parsed;
    }

    private static SearchNode WithPrefix(SearchNode node) => node switch
    {
        SearchTerm { IsQuoted: false } term => term with { IsPrefix = true },
        SearchAll all => new SearchAll([.. all.Parts.SkipLast(1), WithPrefix(all.Parts[^1])]),
        SearchAny any => new SearchAny([.. any.Parts.SkipLast(1), WithPrefix(any.Parts[^1])]),
        _ => node,
    };

    private sealed record PredictionRow(IReadOnlyList<CatalogProduct> Products, IReadOnlyList<CatalogCollection> Collections, IReadOnlyList<string> Queries);

    private sealed record QueryRow(string Text);
}
