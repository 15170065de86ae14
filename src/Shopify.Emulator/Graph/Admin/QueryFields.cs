using Shopify.Emulator.Catalog;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Type <c>QueryRoot</c>.</summary>
internal static class QueryFields
{
    internal static readonly string[] Products = ["read_products"];

    public static void Add(GraphModel model) => model.Type<GraphCall>("QueryRoot")
        .Field("shop", static call => call.Shop)
        .Field("publicApiVersions", static _ => ApiVersions.All)
        .Field("currentAppInstallation", static call => new InstallationRow(call))
        .Field("products", Products, static (call, scope) => List(call, scope))
        .Field("productsCount", Products, static (call, scope) => new CountRow(Found(call, scope).Count()))
        .Field("product", Products, static (call, scope) => call.Shop.Product(scope.Text("id")))
        .Field("productByHandle", Products, static (call, scope) => ByHandle(call, scope.Text("handle")))
        .Field("productByIdentifier", Products, static (call, scope) => Identified(scope, "ProductIdentifierInput",
            call.Shop.Product, handle => ByHandle(call, handle)))
        .Field("productVariant", Products, static (call, scope) => call.Shop.Variant(scope.Text("id")))
        .Field("collections", Products, static (call, scope) => Collections(call, scope))
        .Field("collectionsCount", Products, static (call, scope) => new CountRow(FoundCollections(call, scope).Count()))
        .Field("collection", Products, static (call, scope) => call.Shop.Collection(scope.Text("id")))
        .Field("collectionByHandle", Products, static (call, scope) => CollectionByHandle(call, scope.Text("handle")))
        .Field("collectionByIdentifier", Products, static (call, scope) => Identified(scope, "CollectionIdentifierInput",
            call.Shop.Collection, handle => CollectionByHandle(call, handle)))
        .Field("node", static (call, scope) => Node(call, scope, scope.Text("id")!))
        .Field("nodes", static (call, scope) => scope.Texts("ids").Select(id => Node(call, scope, id)).ToList())
        .Field("webhookSubscriptions", static (call, scope) => WebhookFields.List(call, scope))
        .Field("webhookSubscription", static (call, scope) => WebhookFields.Find(call, scope.Text("id")));

    private static Page List(GraphCall call, FieldScope scope)
    {
        var (sorted, value) = ProductSorting.By(Found(call, scope), scope.Text("sortKey"), scope.Text("query"));
        return Page.Of(sorted, scope, static p => p.Id, value);
    }

    private static IEnumerable<CatalogProduct> Found(GraphCall call, FieldScope scope)
    {
        if (scope.Has("savedSearchId")) throw GraphError.Unsupported("argument savedSearchId");
        return CatalogSearch.Products(call.Shop).Filter(call.Shop.Products, scope);
    }

    private static Page Collections(GraphCall call, FieldScope scope)
    {
        var found = FoundCollections(call, scope);
        var sorted = scope.Text("sortKey") switch
        {
            "TITLE" => found.OrderBy(static c => c.Title, StringComparer.InvariantCultureIgnoreCase).ThenBy(static c => c.Id),
            "UPDATED_AT" => found.OrderBy(static c => c.UpdatedAt).ThenBy(static c => c.Id),
            _ => found.OrderBy(static c => c.Id),
        };
        return Page.Of(sorted, scope, static c => c.Id, static c => c.Title);
    }

    private static IEnumerable<CatalogCollection> FoundCollections(GraphCall call, FieldScope scope)
    {
        if (scope.Has("savedSearchId")) throw GraphError.Unsupported("argument savedSearchId");
        return CatalogSearch.Collections(call.Shop).Filter(call.Shop.Collections, scope);
    }

    private static CatalogProduct? ByHandle(GraphCall call, string? handle) => call.Shop.FindProduct(handle);

    private static CatalogCollection? CollectionByHandle(GraphCall call, string? handle) => call.Shop.Collections.FirstOrDefault(c => c.Handle == handle);

    private static T? Identified<T>(FieldScope scope, string type, Func<string, T?> byId, Func<string, T?> byHandle) where T : class
    {
        var identifier = scope.Object("identifier")!;
        identifier.RefuseUnmodelled(type, "customId");
        return identifier.Text("id") is { } id ? byId(id) : byHandle(identifier.Text("handle") ?? "");
    }

    private static object? Node(GraphCall call, FieldScope scope, string id)
    {
        if (!Gid.TryParse(id, out var gid)) throw GraphError.InvalidId(id);
        if (ScopeOf(gid.Type) is { } needed) call.Require(scope.FieldName, needed);
        return gid.Type switch
        {
            "Product" => call.Shop.Product(id),
            "ProductVariant" => call.Shop.Variant(id),
            "Collection" => call.Shop.Collection(id),
            "Shop" => gid.Number == call.Shop.Id ? call.Shop : null,
            "WebhookSubscription" => WebhookFields.Find(call, id),
            "Order" => OrderFields.Find(call, id),
            "Customer" => CustomerFields.Find(call, id),
            "DraftOrder" => call.Shop.Drafts.Find(gid.Number),
            "DiscountCodeNode" => DiscountFields.Find(call.Shop, gid.Number) is { } found ? new CodeNodeRow(found) : null,
            "DiscountNode" => DiscountFields.Find(call.Shop, gid.Number),
            "AbandonedCheckout" => call.Shop.Checkouts.Find(gid.Number),
            "BulkOperation" => call.Shop.Bulk.Find(gid.Number),
            "AppSubscription" => call.Shop.Billing.Find(gid.Number),
            "Metafield" => call.Shop.Metafields.Find(gid.Number),
            "Fulfillment" => OrderFields.Visible(call).SelectMany(static o => o.Fulfillments.Select(f => new FulfillmentRow(o, f))).FirstOrDefault(r => r.Parcel.Id == gid.Number),
            "LineItem" => OrderFields.Visible(call).SelectMany(static o => o.Lines.Select(l => new LineItemRow(o, l))).FirstOrDefault(r => r.Line.Id == gid.Number),
            _ when GraphApi.Admin.Schema.AllTypes[gid.Type] is null => throw GraphError.InvalidId(id),
            _ => throw GraphError.Unsupported($"node of type {gid.Type}"),
        };
    }

    private static string? ScopeOf(string type) => type switch
    {
        "Product" or "ProductVariant" or "Collection" => "read_products",
        "Order" or "Fulfillment" or "LineItem" or "AbandonedCheckout" => "read_orders",
        "Customer" => "read_customers",
        "DraftOrder" => "read_draft_orders",
        "DiscountNode" or "DiscountCodeNode" => "read_discounts",
        _ => null,
    };
}
