using Shopify.Emulator.Carts;

namespace Shopify.Emulator.Graph.Storefront;

/// <summary>The cart mutations.</summary>
internal static class CartMutations
{
    private static readonly string[] WriteCarts = ["unauthenticated_write_checkouts"];

    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("Mutation").Field("cartCreate", WriteCarts, static (call, scope) => call.Shop.Carts.Create(scope.Object("input"), call.Country));
        Mutation(model, "cartLinesAdd", static (edit, scope) => edit.AddLines(scope.Objects("lines"), "lines"));
        Mutation(model, "cartLinesUpdate", static (edit, scope) => edit.UpdateLines(scope.Objects("lines")));
        Mutation(model, "cartLinesRemove", static (edit, scope) => edit.RemoveLines(scope.Texts("lineIds")));
        Mutation(model, "cartAttributesUpdate", static (edit, scope) => edit.SetAttributes(scope.Objects("attributes")));
        Mutation(model, "cartNoteUpdate", static (edit, scope) => edit.SetNote(scope.Text("note"), "note"));
        Mutation(model, "cartBuyerIdentityUpdate", static (edit, scope) => edit.SetBuyer(scope.Object("buyerIdentity"), "buyerIdentity"));
        Mutation(model, "cartDiscountCodesUpdate", static (edit, scope) => edit.SetDiscountCodes(scope.Texts("discountCodes")));
        foreach (var name in new[] { "Create", "LinesAdd", "LinesUpdate", "LinesRemove", "AttributesUpdate", "NoteUpdate", "BuyerIdentityUpdate", "DiscountCodesUpdate" })
            model.Type<CartPayload>($"Cart{name}Payload")
                .Field("cart", static p => p.Cart)
                .Field("userErrors", static p => p.UserErrors)
                .Field("warnings", static p => p.Warnings);
        model.Type<CartUserError>("CartUserError")
            .Field("code", static e => e.Code)
            .Field("field", static e => e.Field)
            .Field("message", static e => e.Message);
        model.Type<CartWarning>("CartWarning")
            .Field("code", static w => w.Code)
            .Field("message", static w => w.Message)
            .Field("target", static w => w.Target);
    }

    private static void Mutation(GraphModel model, string name, Action<CartEdit, FieldScope> change) =>
        model.Type<GraphCall>("Mutation").Field(name, WriteCarts, (call, scope) =>
            call.Shop.Carts.Change(scope.Text("cartId")!, edit => change(edit, scope)));
}
