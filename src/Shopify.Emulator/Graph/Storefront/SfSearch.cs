using Shopify.Emulator.Catalog;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Graph.Storefront;

/// <summary>Field <c>search</c>: whole words over visible products, the last one as prefix when asked. Production also forgives typing errors.</summary>
internal static class SfSearch
{
    public static Page Run(GraphCall call, FieldScope scope)
    {
        var types = scope.Texts("types");
        var query = scope.Text("query") ?? "";
        var parsed = SearchParser.Parse(query);
        if (parsed is not null && scope.Text("prefix") == "LAST") parsed = WithPrefix(parsed);
        var found = SfQueryFields.Visible(call.Shop).Where(p => parsed is null
            || parsed.Matches(term => CatalogSearch.BareWord(p, term)));
        foreach (var filter in scope.Objects("productFilters")) found = SfFilter.Apply(found, filter);
        if (types.Count > 0 && !types.Contains("PRODUCT")) found = [];
        var unavailable = scope.Text("unavailableProducts") ?? "LAST";
        if (unavailable == "HIDE") found = found.Where(static p => p.AvailableForSale);
        var grouped = found.OrderBy(p => unavailable == "LAST" && !p.AvailableForSale);
        var sorted = scope.Text("sortKey") == "PRICE"
            ? grouped.ThenBy(static p => p.PriceRange().Min)
            : grouped.ThenByDescending(p => parsed is null ? 0 : CatalogSearch.Rank(p, parsed));
        return Page.Of(sorted.ThenBy(static p => p.Id), scope, static p => p.Id);
    }

    private static SearchNode WithPrefix(SearchNode node) => node switch
    {
        SearchTerm { IsQuoted: false } term => term with { IsPrefix = true },
        SearchAll all => new SearchAll([.. all.Parts.SkipLast(1), WithPrefix(all.Parts[^1])]),
        SearchAny any => new SearchAny([.. any.Parts.SkipLast(1), WithPrefix(any.Parts[^1])]),
        _ => node,
    };
}
