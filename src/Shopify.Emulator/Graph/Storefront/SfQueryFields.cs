using Shopify.Emulator.Catalog;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Graph.Storefront;

/// <summary>Type <c>QueryRoot</c> of the Storefront API, its shop and its search. Only what is published is visible.</summary>
internal static class SfQueryFields
{
    internal static readonly string[] Listings = ["unauthenticated_read_product_listings"];
    private static readonly string[] ReadCarts = ["unauthenticated_read_checkouts"];

    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("QueryRoot")
            .Field("shop", static call => call.Shop)
            .Field("publicApiVersions", static _ => ApiVersions.All)
            .Field("products", Listings, static (call, scope) => Products(call, scope))
            .Field("product", Listings, static (call, scope) => Product(call, scope.Text("id"), scope.Text("handle")))
            .Field("productByHandle", Listings, static (call, scope) => Product(call, null, scope.Text("handle")))
            .Field("collections", Listings, static (call, scope) => Collections(call, scope))
            .Field("collection", Listings, static (call, scope) => Collection(call, scope.Text("id"), scope.Text("handle")))
            .Field("collectionByHandle", Listings, static (call, scope) => Collection(call, null, scope.Text("handle")))
            .Field("node", static (call, scope) => Node(call, scope, scope.Text("id")!))
            .Field("nodes", static (call, scope) => scope.Texts("ids").Select(id => Node(call, scope, id)).ToList())
            .Field("cart", ReadCarts, static (call, scope) => call.Shop.Carts.Find(scope.Text("id")!));
        model.Type<EmulatedShop>("Shop")
            .Field("id", static shop => Gid.Of("Shop", shop.Id))
            .Field("name", static shop => shop.Catalog.Name)
            .Field("description", static _ => null)
            .Field("moneyFormat", static shop => new MoneyFormats(shop.Catalog.CurrencyCode).Plain)
            .Field("primaryDomain", static shop => new DomainRow(shop))
            .Field("shipsToCountries", static shop => Pricing.PriceContext.Countries(shop.Catalog));
        model.Type<DomainRow>("Domain")
            .Field("host", static d => d.Shop.Url.Authority)
            .Field("sslEnabled", static d => d.Shop.Url.Scheme == Uri.UriSchemeHttps)
            .Field("url", static d => d.Shop.Url.ToString());
        model.Type<ApiVersion>("ApiVersion")
            .Field("handle", static v => v.Handle)
            .Field("displayName", static v => v.DisplayName)
            .Field("supported", static v => v.Supported);
    }

    public static IEnumerable<CatalogProduct> Visible(EmulatedShop shop) => shop.Products.Where(static p => p.IsVisible);

    private static CatalogProduct? Product(GraphCall call, string? id, string? handle) =>
        (id is not null ? call.Shop.Product(id) : call.Shop.FindProduct(handle)) is { IsBuyable: true } product
            ? product : null;

    private static CatalogCollection? Collection(GraphCall call, string? id, string? handle) =>
        id is not null ? call.Shop.Collection(id) : call.Shop.Collections.FirstOrDefault(c => c.Handle == handle);

    private static Page Products(GraphCall call, FieldScope scope)
    {
        var found = CatalogSearch.Products(call.Shop).Filter(Visible(call.Shop), scope);
        var (sorted, value) = ProductSorting.By(found, scope.Text("sortKey"), scope.Text("query"));
        return Page.Of(sorted, scope, static p => p.Id, value);
    }

    private static Page Collections(GraphCall call, FieldScope scope)
    {
        var found = CatalogSearch.Collections(call.Shop).Filter(call.Shop.Collections, scope);
        return Page.Of(scope.Text("sortKey") is "TITLE" ? found.OrderBy(static c => c.Title, StringComparer.InvariantCultureIgnoreCase) : found,
            scope, static c => c.Id, static c => c.Title);
    }

    private static object? Node(GraphCall call, FieldScope scope, string id)
    {
        if (!Gid.TryParse(id, out var gid)) throw GraphError.InvalidId(id);
        if (gid.Type is "Product" or "ProductVariant" or "Collection") call.Require(scope.FieldName, Listings);
        if (gid.Type == "Cart") call.Require(scope.FieldName, ReadCarts);
        return gid.Type switch
        {
            "Product" => Product(call, id, null),
            "ProductVariant" => call.Shop.Variant(id) is { Product.IsBuyable: true } variant ? variant : null,
            "Collection" => call.Shop.Collection(id),
            "Cart" => call.Shop.Carts.Find(id),
            "Shop" => gid.Number == call.Shop.Id ? call.Shop : null,
            _ when GraphApi.Storefront.Schema.AllTypes[gid.Type] is null => throw GraphError.InvalidId(id),
            _ => throw GraphError.Unsupported($"node of type {gid.Type}"),
        };
    }
}
