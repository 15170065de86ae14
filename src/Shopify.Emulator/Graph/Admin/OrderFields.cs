using Shopify.Emulator.Orders;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>A line of an order.</summary>
internal sealed record LineItemRow(EmulatedOrder Order, EmulatedOrderLine Line)
{
    public int Unfulfilled => Order.CancelledAt is null ? Order.Unfulfilled(Line) : 0;

    public MoneyBag Total => Line.PriceBag * Line.Quantity;

    public MoneyBag Discounted => Total - Line.DiscountBag;
}

/// <summary>Work that Shopify does behind an answer.</summary>
internal sealed record JobRow(string Id);

/// <summary>Types <c>Order</c> and <c>LineItem</c>, and the ways to find orders.</summary>
internal static class OrderFields
{
    internal static readonly string[] Read = ["read_orders"];
    private static readonly string[] Write = ["write_orders"];
    private static readonly string[] ReadAll = ["read_all_orders"];
    private static readonly string[] Customers = ["read_customers"];
    private static readonly TimeSpan Window = TimeSpan.FromDays(60);

    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("QueryRoot")
            .Field("order", Read, static (call, scope) => Find(call, scope.Text("id")))
            .Field("orders", Read, static (call, scope) => List(Visible(call), scope))
            .Field("ordersCount", Read, static (call, scope) => new CountRow(OrderSearch.Orders(call.Shop).Filter(Visible(call), scope).Count()));
        model.Type<GraphCall>("Mutation").Field("orderCancel", Write, static (call, scope) => Cancel(call, scope));
        model.Payload("OrderCancelPayload", "job", "orderCancelUserErrors");
        model.CodedError("OrderCancelUserError");
        model.Type<JobRow>("Job").Field("id", static job => job.Id).Field("done", static _ => true);
        AddOrder(model);
        AddLine(model);
    }

    /// <summary>The emulator cancels at once; the job is done when its id is given out.</summary>
    private static Answer Cancel(GraphCall call, FieldScope scope)
    {
        if (Find(call, scope.Text("orderId")) is not { } order)
            return Refused("NOT_FOUND", "Order does not exist");
        if (order.CancelledAt is not null)
            return Refused("INVALID", "Cannot cancel an order that has already been canceled");
        if (order.Fulfillments.Count > 0)
            return Refused("INVALID", "Cannot cancel an order with fulfillments");
        call.Shop.CancelOrder(order.Id, scope.Text("reason")!);
        return Answer.Of(("job", new JobRow(Gid.Of("Job", order.Id))), ("orderCancelUserErrors", Array.Empty<UserError>()));
    }

    private static Answer Refused(string code, string message) => Answer.Of(("job", null), ("orderCancelUserErrors", new[] { new UserError(["orderId"], message, code) }));

    public static EmulatedOrder? Find(GraphCall call, string? id)
    {
        call.RequireProtected("Order", "id", 1);
        return call.Shop.OrderBook.Find(Lookup.Number(id, "Order")) is { } order && IsVisible(call, order) ? order : null;
    }

    /// <summary>Orders of more than 60 days ago are silently missing without <c>read_all_orders</c>.</summary>
    public static IEnumerable<EmulatedOrder> Visible(GraphCall call)
    {
        call.RequireProtected("Order", "id", 1);
        return call.Shop.Orders.Where(o => IsVisible(call, o));
    }

    public static bool IsVisible(GraphCall call, EmulatedOrder order) => call.Scopes.HasAll(ReadAll) || call.Shop.Now() - order.CreatedAt <= Window;

    public static Page List(IEnumerable<EmulatedOrder> orders, FieldScope scope)
    {
        var found = OrderSearch.Orders(scope.Call.Shop).Filter(orders, scope);
        return scope.Text("sortKey") switch
        {
            null or "ID" => Page.Of(found.OrderBy(static o => o.Id), scope, static o => o.Id),
            "PROCESSED_AT" or "CREATED_AT" => Page.Of(found.OrderBy(static o => o.CreatedAt).ThenBy(static o => o.Id), scope, static o => o.Id, static o => Sorting.Text(o.CreatedAt)),
            "UPDATED_AT" => Page.Of(found.OrderBy(static o => o.UpdatedAt).ThenBy(static o => o.Id), scope, static o => o.Id, static o => Sorting.Text(o.UpdatedAt)),
            "ORDER_NUMBER" => Page.Of(found.OrderBy(static o => o.Number), scope, static o => o.Id),
            "TOTAL_PRICE" or "CURRENT_TOTAL_PRICE" => Page.Of(found.OrderBy(static o => o.Total).ThenBy(static o => o.Id), scope, static o => o.Id, static o => Sorting.Text(o.Total)),
            var key => throw GraphError.Unsupported($"sort key {key}"),
        };
    }

    private static void AddOrder(GraphModel model) => model.Type<EmulatedOrder>("Order")
        .Field("id", static o => Gid.Of("Order", o.Id))
        .Field("legacyResourceId", static o => o.Id)
        .Field("name", static o => o.Name)
        .Field("number", static o => o.Number)
        .Field("confirmationNumber", static o => o.ConfirmationNumber)
        .Field("confirmed", static _ => true)
        .Field("createdAt", static o => o.CreatedAt)
        .Field("processedAt", static o => o.CreatedAt)
        .Field("updatedAt", static o => o.UpdatedAt)
        .Field("cancelledAt", static o => o.CancelledAt)
        .Field("cancelReason", static o => o.CancelReason)
        .Field("closed", static _ => false)
        .Field("closedAt", static _ => null)
        .Field("edited", static _ => false)
        .Field("test", static _ => true)
        .Field("sourceName", static o => o.SourceName)
        .Field("cartToken", static o => o.CartToken)
        .Field("checkoutToken", static o => o.CheckoutToken)
        .Field("note", static o => o.Note)
        .Field("customAttributes", static o => AddressFields.Attributes(o.Attributes))
        .Field("tags", static o => o.Tags)
        .Field("displayFinancialStatus", static o => o.FinancialStatus)
        .Field("displayFulfillmentStatus", static o => o.FulfillmentStatus)
        .Field("fullyPaid", static o => o.FinancialStatus == "PAID")
        .Field("unpaid", static o => o.FinancialStatus is "PENDING" or "VOIDED")
        .Field("requiresShipping", static o => o.Lines.Any(static l => l.RequiresShipping))
        .Field("returnStatus", static _ => "NO_RETURN")
        .Field("currencyCode", static o => o.CurrencyCode)
        .Field("presentmentCurrencyCode", static o => o.PresentmentCurrencyCode)
        .Field("taxesIncluded", static _ => true)
        .Field("currentTotalPriceSet", static o => o.Set(o.TotalBag))
        .Field("totalPriceSet", static o => o.Set(o.TotalBag))
        .Field("originalTotalPriceSet", static o => o.Set(o.TotalBag))
        .Field("currentSubtotalPriceSet", static o => o.Set(o.SubtotalBag))
        .Field("subtotalPriceSet", static o => o.Set(o.SubtotalBag))
        .Field("totalShippingPriceSet", static o => o.Set(o.ShippingBag))
        .Field("currentShippingPriceSet", static o => o.Set(o.ShippingBag))
        .Field("currentTotalTaxSet", static o => o.Set(o.TaxBag))
        .Field("totalTaxSet", static o => o.Set(o.TaxBag))
        .Field("currentTotalDiscountsSet", static o => o.Set(o.DiscountsBag))
        .Field("totalDiscountsSet", static o => o.Set(o.DiscountsBag))
        .Field("totalReceivedSet", static o => o.Set(o.FinancialStatus is "PAID" or "REFUNDED" ? o.TotalBag : MoneyBag.Zero))
        .Field("totalRefundedSet", static o => o.Set(o.FinancialStatus == "REFUNDED" ? o.TotalBag : MoneyBag.Zero))
        .Field("totalOutstandingSet", static o => o.Set(o.FinancialStatus == "PENDING" ? o.TotalBag : MoneyBag.Zero))
        .Field("discountCodes", static o => o.Discounts.Select(static d => d.Code))
        .Field("discountCode", static o => o.Discounts.Count == 0 ? null : o.Discounts[0].Code)
        .Field("subtotalLineItemsQuantity", static o => o.Lines.Sum(static l => l.Quantity))
        .Field("currentSubtotalLineItemsQuantity", static o => o.Lines.Sum(static l => l.Quantity))
        .Field("lineItems", static (o, scope) => Page.Of(o.Lines.Select(l => new LineItemRow(o, l)), scope, static r => r.Line.Id))
        .Field("fulfillments", static (o, scope) => o.Fulfillments.Take(scope.Number("first") ?? int.MaxValue).Select(f => new FulfillmentRow(o, f)).ToList())
        .Field("fulfillmentsCount", static o => new CountRow(o.Fulfillments.Count))
        .Field("metafield", static (o, scope) => MetafieldFields.One(Gid.Of("Order", o.Id), scope))
        .Field("metafields", static (o, scope) => MetafieldFields.List(Gid.Of("Order", o.Id), scope))
        .Field("customer", Customers, static (o, scope) =>
        {
            scope.Call.RequireProtected("Order", "customer", 1);
            return scope.Call.Shop.Customers.Find(o.CustomerId);
        })
        .Protected("email", static o => o.Contact.Email)
        .Protected("phone", static o => o.Contact.Phone)
        .Field("statusPageUrl", static (o, scope) =>
        {
            scope.Call.RequireProtected("Order", "statusPageUrl", 2);
            return $"{scope.Call.Shop.Url}/checkouts/{o.CheckoutToken}/thank-you";
        })
        .Field("shippingAddress", static o => MailingAddressRow.Of(o.Contact, o.Id))
        .Field("billingAddress", static o => MailingAddressRow.Of(o.Contact, o.Id))
        .Field("displayAddress", static o => MailingAddressRow.Of(o.Contact, o.Id))
        .Field("billingAddressMatchesShippingAddress", static _ => true);

    private static void AddLine(GraphModel model) => model.Type<LineItemRow>("LineItem")
        .Field("id", static r => Gid.Of("LineItem", r.Line.Id))
        .Field("title", static r => r.Line.Title)
        .Field("variantTitle", static r => r.Line.VariantTitle)
        .Field("name", static r => r.Line.VariantTitle is null ? r.Line.Title : $"{r.Line.Title} - {r.Line.VariantTitle}")
        .Field("sku", static r => r.Line.Sku)
        .Field("vendor", static r => r.Line.Vendor)
        .Field("quantity", static r => r.Line.Quantity)
        .Field("currentQuantity", static r => r.Line.Quantity)
        .Field("unfulfilledQuantity", static r => r.Unfulfilled)
        .Field("requiresShipping", static r => r.Line.RequiresShipping)
        .Field("taxable", static _ => true)
        .Field("isGiftCard", static _ => false)
        .Field("customAttributes", static r => AddressFields.Attributes(r.Line.Attributes))
        .Field("originalUnitPriceSet", static r => r.Order.Set(r.Line.PriceBag))
        .Field("originalTotalSet", static r => r.Order.Set(r.Total))
        .Field("discountedUnitPriceSet", static r => r.Order.Set(r.Line.PriceBag))
        .Field("discountedTotalSet", static (r, scope) => r.Order.Set(scope.Flag("withCodeDiscounts") ? r.Discounted : r.Total))
        .Field("discountedUnitPriceAfterAllDiscountsSet", static r => r.Order.Set(new(
            Currencies.Round(r.Discounted.Shop / r.Line.Quantity, r.Order.CurrencyCode),
            Currencies.Round(r.Discounted.Presentment / r.Line.Quantity, r.Order.PresentmentCurrencyCode))))
        .Field("totalDiscountSet", static r => r.Order.Set(r.Line.DiscountBag))
        .Field("image", static (r, scope) => scope.Call.Shop.FindProduct(r.Line.ProductId)?.Images.FirstOrDefault(i => i.File == r.Line.Image))
        .Field("variant", static (r, scope) => scope.Call.Shop.FindVariant(r.Line.VariantId) is { } found ? new VariantRow(found.Product, found.Variant) : null)
        .Field("product", static (r, scope) => scope.Call.Shop.FindProduct(r.Line.ProductId));
}
