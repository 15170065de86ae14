using System.Text.Json.Nodes;
using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Graph.Storefront;

/// <summary>A facet of a list of products.</summary>
internal sealed record FacetRow(string Id, string Label, string Type, IReadOnlyList<FacetValueRow> Values);

/// <summary>One choice of a facet; its input can be sent back as a filter.</summary>
internal sealed record FacetValueRow(string Id, string Label, int Count, string Input);

/// <summary>Types <c>Filter</c> and <c>FilterValue</c>: what a list can be narrowed by, counted over the products that are in it.</summary>
internal static class SfFacets
{
    public static void Add(GraphModel model)
    {
        model.Type<FacetRow>("Filter")
            .Field("id", static f => f.Id)
            .Field("label", static f => f.Label)
            .Field("type", static f => f.Type)
            .Field("presentation", static f => f.Type == "PRICE_RANGE" ? null : "TEXT")
            .Field("values", static f => f.Values);
        model.Type<FacetValueRow>("FilterValue")
            .Field("id", static v => v.Id)
            .Field("label", static v => v.Label)
            .Field("count", static v => v.Count)
            .Field("input", static v => v.Input)
            .Field("image", static _ => null)
            .Field("swatch", static _ => null);
    }

    public static IReadOnlyList<FacetRow> Of(IReadOnlyList<CatalogProduct> products, Pricing.PriceContext prices)
    {
        if (products.Count == 0) return [];
        List<FacetRow> facets =
        [
            new("filter.v.availability", "Availability", "LIST",
            [
                Available("1", "In stock", true, products.Count(static p => p.AvailableForSale)),
                Available("0", "Out of stock", false, products.Count(static p => !p.AvailableForSale)),
            ]),
            new("filter.v.price", "Price", "PRICE_RANGE",
            [
                new("filter.v.price", "Price", products.Count, new JsonObject
                {
                    ["price"] = new JsonObject { ["min"] = prices.Convert(products.Min(static p => p.PriceRange().Min)), ["max"] = prices.Convert(products.Max(static p => p.PriceRange().Max)) },
                }.ToJsonString()),
            ]),
            Texts("filter.p.product_type", "Product type", "productType", products.Select(static p => p.ProductType)),
            Texts("filter.p.vendor", "Brand", "productVendor", products.Select(static p => p.Vendor)),
        ];
        foreach (var option in products.SelectMany(static p => p.Options.Select(static o => o.Name)).Distinct())
        {
            var values = products.SelectMany(p => p.Variants.SelectMany(v => new VariantRow(p, v).SelectedOptions).Where(o => o.Name == option).Select(static o => o.Value).Distinct())
                .GroupBy(static v => v).Select(group => new FacetValueRow($"filter.v.option.{Slug(option)}.{Slug(group.Key)}", group.Key, group.Count(),
                    new JsonObject { ["variantOption"] = new JsonObject { ["name"] = option, ["value"] = group.Key } }.ToJsonString()));
            facets.Add(new($"filter.v.option.{Slug(option)}", option, "LIST", [.. values]));
        }

        return [.. facets.Where(static f => f.Values.Count > 0)];
    }

    private static FacetValueRow Available(string id, string label, bool value, int count) =>
        new($"filter.v.availability.{id}", label, count, new JsonObject { ["available"] = value }.ToJsonString());

    private static FacetRow Texts(string id, string label, string member, IEnumerable<string> values) => new(id, label, "LIST",
        [.. values.Where(static v => v.Length > 0).GroupBy(static v => v).OrderBy(static g => g.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => new FacetValueRow($"{id}.{Slug(group.Key)}", group.Key, group.Count(), new JsonObject { [member] = group.Key }.ToJsonString()))]);

    private static string Slug(string text) => string.Join('-', text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
