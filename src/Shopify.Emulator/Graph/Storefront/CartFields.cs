using Shopify.Emulator.Carts;
using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Graph.Storefront;

/// <summary>A cart's line as the schema shows it.</summary>
internal sealed record CartLineRow(CartLine Line, VariantRow Merchandise);

/// <summary>A discount code on a cart.</summary>
internal sealed record CodeRow(string Code);

/// <summary>The cost of a cart.</summary>
internal sealed record CartCostRow(Money Subtotal);

/// <summary>Type <c>Cart</c> and everything under it.</summary>
internal static class CartFields
{
    public static void Add(GraphModel model)
    {
        model.Type<Cart>("Cart")
            .Field("id", static c => c.Id)
            .Field("checkoutUrl", static (c, scope) => scope.Call.Shop.Carts.CheckoutUrl(c))
            .Field("createdAt", static c => c.CreatedAt)
            .Field("updatedAt", static c => c.UpdatedAt)
            .Field("totalQuantity", static c => c.TotalQuantity)
            .Field("note", static c => c.Note)
            .Field("attributes", static c => c.Attributes)
            .Field("attribute", static (c, scope) => c.Attributes.FirstOrDefault(a => a.Key == scope.Text("key")))
            .Field("discountCodes", static c => c.DiscountCodes.Select(static code => new CodeRow(code)))
            .Field("discountAllocations", static _ => Array.Empty<object>())
            .Field("appliedGiftCards", static _ => Array.Empty<object>())
            .Field("buyerIdentity", static c => c.Buyer)
            .Field("cost", static (c, scope) => new CartCostRow(scope.Call.Shop.Carts.Subtotal(c).In(scope.Call.Shop)))
            .Field("lines", static (c, scope) => Lines(c, scope));
        model.Type<CartAttribute>("Attribute").Field("key", static a => a.Key).Field("value", static a => a.Value);
        model.Type<CodeRow>("CartDiscountCode").Field("code", static c => c.Code).Field("applicable", static _ => false);
        model.Type<CartBuyer>("CartBuyerIdentity")
            .Field("countryCode", static b => b.CountryCode)
            .Field("email", static b => b.Email)
            .Field("phone", static b => b.Phone)
            .Field("customer", static _ => null);
        model.Type<CartCostRow>("CartCost")
            .Field("subtotalAmount", static c => c.Subtotal)
            .Field("subtotalAmountEstimated", static _ => true)
            .Field("totalAmount", static c => c.Subtotal)
            .Field("totalAmountEstimated", static _ => true)
            .Field("checkoutChargeAmount", static c => c.Subtotal);
        model.Type<CartLineRow>("CartLine")
            .Field("id", static l => l.Line.Id)
            .Field("quantity", static l => l.Line.Quantity)
            .Field("attributes", static l => l.Line.Attributes)
            .Field("attribute", static (l, scope) => l.Line.Attributes.FirstOrDefault(a => a.Key == scope.Text("key")))
            .Field("cost", static l => new LineCostRow(l))
            .Field("discountAllocations", static _ => Array.Empty<object>())
            .Field("sellingPlanAllocation", static _ => null)
            .Field("merchandise", static l => l.Merchandise);
        model.Type<LineCostRow>("CartLineCost")
            .Field("amountPerQuantity", static (c, scope) => c.Variant.Price.In(scope.Call.Shop))
            .Field("compareAtAmountPerQuantity", static (c, scope) => c.Variant.CompareAtPrice?.In(scope.Call.Shop))
            .Field("subtotalAmount", static (c, scope) => (c.Variant.Price * c.Row.Line.Quantity).In(scope.Call.Shop))
            .Field("totalAmount", static (c, scope) => (c.Variant.Price * c.Row.Line.Quantity).In(scope.Call.Shop));
    }

    private static Page Lines(Cart cart, FieldScope scope)
    {
        var rows = cart.Lines.Index().Select(l => (l.Index, Row: Row(l.Item, scope))).ToList();
        return Page.Of(rows.Select(static r => r.Row), scope, row => rows.First(r => r.Row == row).Index);
    }

    private static CartLineRow Row(CartLine line, FieldScope scope)
    {
        var (product, variant) = scope.Call.Shop.FindVariant(line.VariantId)!.Value;
        return new(line, new(product, variant));
    }

    private sealed record LineCostRow(CartLineRow Row)
    {
        public CatalogVariant Variant => Row.Merchandise.Variant;
    }
}
