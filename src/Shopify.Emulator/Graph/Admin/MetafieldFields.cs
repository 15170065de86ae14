using Shopify.Emulator.Metafields;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Type <c>Metafield</c> and <c>metafieldsSet</c>.</summary>
internal static class MetafieldFields
{
    public static void Add(GraphModel model)
    {
        model.Type<StoredMetafield>("Metafield")
            .Field("id", static m => Gid.Of("Metafield", m.Id))
            .Field("legacyResourceId", static m => m.Id)
            .Field("namespace", static m => m.Field.Namespace)
            .Field("key", static m => m.Field.Key)
            .Field("type", static m => m.Field.Type)
            .Field("value", static m => m.Field.Value)
            .Field("jsonValue", static m => JsonText.Value(m.Field.Type, m.Field.Value))
            .Field("compareDigest", static m => m.Digest)
            .Field("ownerType", static m => m.OwnerType)
            .Field("sizeInBytes", static m => System.Text.Encoding.UTF8.GetByteCount(m.Field.Value))
            .Field("createdAt", static m => m.CreatedAt)
            .Field("updatedAt", static m => m.UpdatedAt);
        model.Type<GraphCall>("Mutation").Field("metafieldsSet", static (call, scope) =>
        {
            var inputs = scope.Objects("metafields");
            foreach (var input in inputs) call.Require(scope.FieldName, ScopeOf(input.Text("ownerId")!));
            var (set, errors) = call.Shop.Metafields.Set(inputs);
            return Answer.OfResult("metafields", errors.Count > 0 ? null : set, errors);
        });
        model.Payload("MetafieldsSetPayload", "metafields");
        model.CodedError("MetafieldsSetUserError").Field("elementIndex", static e => e.ElementIndex);
    }

    public static StoredMetafield? One(string owner, FieldScope scope) => scope.Call.Shop.Metafields.Of(owner).FirstOrDefault(m =>
        m.Field.Namespace == MetafieldShelf.Expand(scope.Text("namespace")) && m.Field.Key == scope.Text("key"));

    public static Page List(string owner, FieldScope scope)
    {
        IEnumerable<StoredMetafield> found = scope.Call.Shop.Metafields.Of(owner);
        if (scope.Text("namespace") is { } name) found = found.Where(m => m.Field.Namespace == MetafieldShelf.Expand(name));
        if (scope.Texts("keys") is { Count: > 0 } keys)
        {
            var wanted = keys.Select(static k => k.LastIndexOf('.') is > 0 and var dot ? $"{MetafieldShelf.Expand(k[..dot])}.{k[(dot + 1)..]}" : k).ToHashSet();
            found = found.Where(m => wanted.Contains($"{m.Field.Namespace}.{m.Field.Key}"));
        }

        return Page.Of(found, scope, static m => m.Id);
    }

    private static string ScopeOf(string owner) => Gid.TryParse(owner, out var gid) ? gid.Type switch
    {
        "Product" or "ProductVariant" or "Collection" => "write_products",
        "Customer" => "write_customers",
        "Order" => "write_orders",
        "DraftOrder" => "write_draft_orders",
        "Shop" => "read_products",
        _ => throw GraphError.Unsupported($"metafields of {gid.Type}"),
    } : throw GraphError.InvalidId(owner);
}
