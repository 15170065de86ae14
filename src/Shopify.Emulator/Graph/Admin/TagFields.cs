namespace Shopify.Emulator.Graph.Admin;

/// <summary><c>tagsAdd</c> and <c>tagsRemove</c> on orders, customers and products.</summary>
internal static class TagFields
{
    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("Mutation")
            .Field("tagsAdd", static (call, scope) => Change(call, scope, static (old, tags) => CustomerMutations.Sorted(old.Concat(tags))))
            .Field("tagsRemove", static (call, scope) => Change(call, scope, static (old, tags) => [.. old.Where(t => !tags.Contains(t, StringComparer.OrdinalIgnoreCase))]));
        model.Payload("TagsAddPayload", "node");
        model.Payload("TagsRemovePayload", "node");
    }

    private static Answer Change(GraphCall call, FieldScope scope, Func<IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<string>> change)
    {
        var (id, tags) = (scope.Text("id")!, scope.Texts("tags"));
        if (!Gid.TryParse(id, out var gid) || gid.Number is not { } number) throw GraphError.InvalidId(id);
        var shop = call.Shop;
        object? node = null;
        switch (gid.Type)
        {
            case "Order":
                call.Require(scope.FieldName, "write_orders");
                node = shop.OrderBook.Change(number, o => o with { Tags = change(o.Tags, tags) });
                break;
            case "Customer":
                call.Require(scope.FieldName, "write_customers");
                if (shop.Customers.Find(number) is { } customer)
                {
                    node = customer = shop.Customers.Save(customer with { Tags = change(customer.Tags, tags) });
                    shop.Publish("customers/update", Webhooks.CustomerPayload.Of(shop, customer));
                }

                break;
            case "Product":
                call.Require(scope.FieldName, "write_products");
                if (shop.FindProduct(number) is { } product)
                {
                    shop.UpdateProduct(product.Handle, p => p with { Tags = change(p.Tags, tags) });
                    node = shop.FindProduct(number);
                }

                break;
            case "DraftOrder" or "Article":
                throw GraphError.Unsupported($"tags of {gid.Type}");
            default:
                throw GraphError.InvalidId(id);
        }

        return node is null ? Answer.Refused(new UserError(["id"], $"{gid.Type} does not exist")) : Answer.Of(("node", node));
    }
}
