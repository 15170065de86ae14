using Shopify.Emulator.Checkout;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Type <c>AbandonedCheckout</c>: every checkout in which the buyer left contact data.</summary>
internal static class CheckoutFields
{
    private static readonly string[] Read = ["read_orders"];

    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("QueryRoot")
            .Field("abandonedCheckouts", Read, static (call, scope) => List(call, scope))
            .Field("abandonedCheckoutsCount", Read, static (call, scope) => new CountRow(OrderSearch.Checkouts().Filter(call.Shop.Checkouts.All, scope).Count()));
        model.Type<StartedCheckout>("AbandonedCheckout")
            .Field("id", static c => Gid.Of("AbandonedCheckout", c.Id))
            .Field("name", static c => c.Name)
            .Field("createdAt", static c => c.CreatedAt)
            .Field("updatedAt", static c => c.UpdatedAt)
            .Field("completedAt", static c => c.CompletedAt)
            .Field("abandonedCheckoutUrl", static (c, scope) => scope.Call.Shop.Checkouts.RecoverUrl(c))
            .Field("customAttributes", static c => c.Sale.Attributes)
            .Field("note", static c => c.Sale.Note ?? "")
            .Field("discountCodes", static c => c.Sale.Prices.Codes.Where(static x => x.IsApplicable).Select(static x => x.Code))
            .Field("taxesIncluded", static _ => true)
            .Field("customer", CustomerFields.Read, static (c, scope) => scope.Call.Shop.Customers.Find(c.CustomerId))
            .Field("shippingAddress", static c => MailingAddressRow.Of(c.Contact, c.Id))
            .Field("billingAddress", static c => MailingAddressRow.Of(c.Contact, c.Id))
            .Field("subtotalPriceSet", static c => c.Sale.Context.Set(c.Sale.Prices.Subtotal))
            .Field("totalDiscountSet", static c => c.Sale.Context.Set(c.Sale.Prices.Discounts))
            .Field("totalLineItemsPriceSet", static c => c.Sale.Context.Set(c.Sale.Prices.Goods))
            .Field("totalPriceSet", static c => c.Sale.Context.Set(c.Sale.Prices.Total))
            .Field("totalTaxSet", static (c, scope) => c.Sale.Context.Set(PriceList.TaxIn(scope.Call.Shop, c.Sale.Context, c.Sale.Prices.Total)))
            .Field("lineItems", static (c, scope) => Page.Of(c.Sale.Lines.Select((_, index) => new LineRow(c, index)), scope, static r => r.Index));
        model.Type<LineRow>("AbandonedCheckoutLineItem")
            .Field("id", static r => Gid.Of("AbandonedCheckoutLineItem", (r.Checkout.Id * 100) + r.Index))
            .Field("title", static r => r.Line.Title)
            .Field("variantTitle", static r => r.Line.VariantTitle)
            .Field("sku", static r => r.Line.Sku)
            .Field("quantity", static r => r.Line.Quantity)
            .Field("customAttributes", static r => r.Line.Attributes)
            .Field("originalUnitPriceSet", static r => r.Set(r.Checkout.Sale.UnitPrice(r.Index)))
            .Field("originalTotalPriceSet", static r => r.Set(r.Checkout.Sale.Prices.Items[r.Index].Total))
            .Field("discountedTotalPriceSet", static r => r.Set(r.Checkout.Sale.Prices.Items[r.Index].Total))
            .Field("discountedTotalPriceWithCodeDiscount", static r => r.Set(r.Checkout.Sale.Prices.Items[r.Index].Total - r.Checkout.Sale.Reduction(r.Index)))
            .Field("image", static (r, scope) => scope.Call.Shop.FindProduct(r.Line.ProductId)?.Images.FirstOrDefault(i => i.File == r.Line.Image))
            .Field("product", static (r, scope) => scope.Call.Shop.FindProduct(r.Line.ProductId))
            .Field("variant", static (r, scope) => scope.Call.Shop.FindVariant(r.Line.VariantId) is { } found ? new VariantRow(found.Product, found.Variant) : null);
    }

    private static Page List(GraphCall call, FieldScope scope)
    {
        call.RequireProtected("AbandonedCheckout", "id", 1);
        if (scope.Has("savedSearchId")) throw GraphError.Unsupported("argument savedSearchId");
        var found = OrderSearch.Checkouts().Filter(call.Shop.Checkouts.All, scope);
        var sorted = scope.Text("sortKey") switch
        {
            null or "ID" or "CHECKOUT_ID" => found.OrderBy(static c => c.Id),
            "CREATED_AT" => found.OrderBy(static c => c.CreatedAt).ThenBy(static c => c.Id),
            "TOTAL_PRICE" => found.OrderBy(static c => c.Sale.Prices.Total.Shop).ThenBy(static c => c.Id),
            var key => throw GraphError.Unsupported($"sort key {key}"),
        };
        return Page.Of(sorted, scope, static c => c.Id);
    }

    private sealed record LineRow(StartedCheckout Checkout, int Index)
    {
        public Sales.SaleLine Line => Checkout.Sale.Lines[Index];

        public MoneyBagRow Set(MoneyBag bag) => Checkout.Sale.Context.Set(bag);
    }
}
