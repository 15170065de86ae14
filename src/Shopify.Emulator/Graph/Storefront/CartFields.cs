using Shopify.Emulator.Carts;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Graph.Storefront;

/// <summary>A cart's line as the schema shows it, with what it costs.</summary>
internal sealed record CartLineRow(CartLine Line, VariantRow Merchandise, PriceList Prices, int Index)
{
    public decimal Total => Prices.Items[Index].Total.Presentment;

    public decimal Reduction => Prices.Reductions[Index].Presentment;

    public Money In(decimal amount) => new(amount, Prices.Context.CurrencyCode);
}

/// <summary>Type <c>Cart</c> and everything under it. Costs are in the currency of the buyer's country.</summary>
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
            .Field("discountCodes", static (c, scope) => Prices(c, scope).Codes)
            .Field("discountAllocations", static _ => Array.Empty<object>())
            .Field("appliedGiftCards", static _ => Array.Empty<object>())
            .Field("buyerIdentity", static c => c.Buyer)
            .Field("cost", static (c, scope) => new CostRow(Prices(c, scope)))
            .Field("lines", static (c, scope) => Lines(c, scope));
        model.Type<CartAttribute>("Attribute").Field("key", static a => a.Key).Field("value", static a => a.Value);
        model.Type<CodeResult>("CartDiscountCode").Field("code", static c => c.Code).Field("applicable", static c => c.IsApplicable);
        model.Type<CartBuyer>("CartBuyerIdentity")
            .Field("countryCode", static b => b.CountryCode)
            .Field("email", static b => b.Email)
            .Field("phone", static b => b.Phone)
            .Field("customer", static _ => null);
        model.Type<CostRow>("CartCost")
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
            .Field("discountAllocations", static l => l.Reduction == 0 ? Array.Empty<AllocationRow>() : [new AllocationRow(l)])
            .Field("sellingPlanAllocation", static _ => null)
            .Field("merchandise", static l => l.Merchandise);
        model.Type<AllocationRow>("CartCodeDiscountAllocation")
            .Field("code", static a => a.Row.Prices.Reducing!.Code)
            .Field("discountedAmount", static a => a.Row.In(a.Row.Reduction))
            .Field("targetType", static _ => "LINE_ITEM");
        model.Type<LineCostRow>("CartLineCost")
            .Field("amountPerQuantity", static c => c.Row.In(c.Row.Prices.Items[c.Row.Index].UnitPrice.Presentment))
            .Field("compareAtAmountPerQuantity", static c => c.Row.Merchandise.Variant.CompareAtPrice is { } before ? c.Row.In(c.Row.Prices.Context.Convert(before)) : null)
            .Field("subtotalAmount", static c => c.Row.In(c.Row.Total))
            .Field("totalAmount", static c => c.Row.In(c.Row.Total - c.Row.Reduction));
    }

    private static PriceList Prices(Cart cart, FieldScope scope) => scope.Call.Shop.Carts.Prices(cart);

    private static Page Lines(Cart cart, FieldScope scope)
    {
        var prices = Prices(cart, scope);
        return Page.Of(cart.Lines.Select((line, index) =>
        {
            var (product, variant) = scope.Call.Shop.FindVariant(line.VariantId)!.Value;
            return new CartLineRow(line, new(product, variant), prices, index);
        }), scope, static row => row.Index);
    }

    private sealed record CostRow(PriceList Prices)
    {
        public Money Subtotal => new(Prices.Subtotal.Presentment, Prices.Context.CurrencyCode);
    }

    private sealed record LineCostRow(CartLineRow Row);

    private sealed record AllocationRow(CartLineRow Row);
}
