using Shopify.Emulator.DraftOrders;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Sales;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>A draft that was only calculated.</summary>
internal sealed record CalculatedDraft(Draft Draft);

/// <summary>A line of a draft.</summary>
internal record DraftLineRow(Draft Draft, int Index)
{
    public SaleLine Line => Draft.Sale.Lines[Index];

    public MoneyBag Total => Draft.Prices.Items[Index].Total;

    public MoneyBag Discounted => Total - Draft.Sale.Reduction(Index);

    public MoneyBagRow Set(MoneyBag bag) => Draft.Sale.Context.Set(bag);
}

/// <summary>A line of a calculated draft.</summary>
internal sealed record CalculatedLineRow(Draft Draft, int Index) : DraftLineRow(Draft, Index);

/// <summary>A discount code of a draft that does not apply.</summary>
internal sealed record DraftWarning(CodeResult Result);

/// <summary>Types <c>DraftOrder</c> and <c>CalculatedDraftOrder</c>, and the mutations on drafts.</summary>
internal static class DraftFields
{
    internal static readonly string[] Read = ["read_draft_orders"];
    private static readonly string[] Write = ["write_draft_orders"];

    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("QueryRoot")
            .Field("draftOrder", Read, static (call, scope) => call.Shop.Drafts.Find(Lookup.Number(scope.Text("id"), "DraftOrder")))
            .Field("draftOrders", Read, static (call, scope) => Page.Of(Sorted(OrderSearch.Drafts().Filter(call.Shop.Drafts.All, scope), scope), scope, static d => d.Id));
        model.Type<GraphCall>("Mutation")
            .Field("draftOrderCalculate", Write, static (call, scope) =>
            {
                var (draft, errors) = call.Shop.Drafts.Calculate(scope.Object("input")!);
                return Answer.OfResult("calculatedDraftOrder", draft is null ? null : new CalculatedDraft(draft), errors);
            })
            .Field("draftOrderCreate", Write, static (call, scope) => Result(call.Shop.Drafts.Create(scope.Object("input")!)))
            .Field("draftOrderUpdate", Write, static (call, scope) => Find(call, scope.Text("id")) is { } draft
                ? Result(call.Shop.Drafts.Update(draft, scope.Object("input")!)) : Answer.Refused(new UserError(["id"], "Draft order does not exist")))
            .Field("draftOrderDelete", Write, static (call, scope) =>
            {
                var id = scope.Object("input")!.Text("id")!;
                return call.Shop.Drafts.Delete(Lookup.Number(id, "DraftOrder"))
                    ? Answer.Of(("deletedId", id)) : Answer.Refused(new UserError(["id"], "Draft order does not exist"));
            })
            .Field("draftOrderInvoiceSend", Write, static (call, scope) => Send(call, scope))
            .Field("draftOrderComplete", Write, static (call, scope) => Complete(call, scope));
        foreach (var name in new[] { "Create", "Update", "InvoiceSend", "Complete" }) model.Payload($"DraftOrder{name}Payload", "draftOrder");
        model.Payload("DraftOrderCalculatePayload", "calculatedDraftOrder");
        model.Payload("DraftOrderDeletePayload", "deletedId");
        AddDraft(model);
        AddCalculated(model);
        AddLines(model.Type<DraftLineRow>("DraftOrderLineItem").Field("id", static r => Gid.Of("DraftOrderLineItem", (r.Draft.Id * 100) + r.Index)));
        AddLines(model.Type<CalculatedLineRow>("CalculatedDraftOrderLineItem"));
        model.Type<DraftWarning>("DraftOrderDiscountNotAppliedWarning")
            .Field("discountCode", static w => w.Result.Code)
            .Field("discountTitle", static w => w.Result.Discount?.Title)
            .Field("errorCode", static w => w.Result.Warning)
            .Field("field", static _ => "discountCodes")
            .Field("message", static w => $"The discount code {w.Result.Code} was not applied.");
        model.Type<RateRow>("ShippingRate")
            .Field("handle", static _ => DraftBook.StandardRate)
            .Field("title", static _ => "Standard")
            .Field("price", static r => r.Price);
        model.Type<DraftShippingRow>("ShippingLine")
            .Field("title", static s => s.Shipping.Title)
            .Field("custom", static s => s.Shipping.Handle is null)
            .Field("shippingRateHandle", static s => s.Shipping.Handle)
            .Field("originalPriceSet", static s => s.Draft.Sale.Context.Set(s.Draft.Prices.Shipping))
            .Field("discountedPriceSet", static s => s.Draft.Sale.Context.Set(s.Draft.Prices.Shipping));
    }

    private static void AddDraft(GraphModel model) => Common(model.Type<Draft>("DraftOrder"), static d => d)
        .Field("id", static d => Gid.Of("DraftOrder", d.Id))
        .Field("legacyResourceId", static d => d.Id)
        .Field("name", static d => d.Name)
        .Field("status", static d => d.Status)
        .Field("ready", static _ => true)
        .Field("invoiceUrl", static (d, scope) => scope.Call.Shop.Drafts.InvoiceUrl(d))
        .Field("invoiceSentAt", static d => d.InvoiceSentAt)
        .Field("createdAt", static d => d.CreatedAt)
        .Field("updatedAt", static d => d.UpdatedAt)
        .Field("completedAt", static d => d.CompletedAt)
        .Field("reserveInventoryUntil", static d => d.Terms.ReserveInventoryUntil)
        .Field("order", OrderFields.Read, static (d, scope) => scope.Call.Shop.OrderBook.Find(d.OrderId))
        .Field("note2", static d => d.Terms.Note)
        .Field("tags", static d => d.Terms.Tags)
        .Field("customAttributes", static d => d.Terms.Attributes)
        .Field("allowDiscountCodesInCheckout", static d => d.Terms.AllowDiscountCodesInCheckout)
        .Protected("email", static d => d.Terms.Email)
        .Field("visibleToCustomer", static _ => true)
        .Field("taxExempt", static _ => false)
        .Field("shippingAddress", static d => MailingAddressRow.Of(d.Terms.ShippingAddress, d.Id))
        .Field("lineItems", static (d, scope) => Page.Of(d.Sale.Lines.Select((_, index) => new DraftLineRow(d, index)), scope, static r => r.Index));

    private static void AddCalculated(GraphModel model) => Common(model.Type<CalculatedDraft>("CalculatedDraftOrder"), static c => c.Draft)
        .Field("alerts", static _ => Array.Empty<object>())
        .Field("availableShippingRates", static (c, scope) => c.Draft.Terms.ShippingAddress is null
            ? Array.Empty<RateRow>() : [new RateRow(new(scope.Call.Shop.Drafts.StandardPrice(c.Draft).Presentment, c.Draft.Sale.Context.CurrencyCode))])
        .Field("lineItems", static c => c.Draft.Sale.Lines.Select((_, index) => new CalculatedLineRow(c.Draft, index)).ToList());

    private static TypeModel<T> Common<T>(TypeModel<T> type, Func<T, Draft> draft) where T : notnull => type
        .Field("currencyCode", x => draft(x).Sale.Context.ShopCurrency)
        .Field("presentmentCurrencyCode", x => draft(x).Sale.Context.CurrencyCode)
        .Field("taxesIncluded", static _ => true)
        .Field("acceptAutomaticDiscounts", x => draft(x).Terms.AcceptAutomaticDiscounts)
        .Field("discountCodes", x => draft(x).Terms.DiscountCodes)
        .Field("totalQuantityOfLineItems", x => draft(x).Sale.Quantity)
        .Field("subtotalPriceSet", x => Set(draft(x), draft(x).Prices.Subtotal))
        .Field("totalDiscountsSet", x => Set(draft(x), draft(x).Prices.Discounts))
        .Field("totalShippingPriceSet", x => Set(draft(x), draft(x).Prices.Shipping))
        .Field("totalLineItemsPriceSet", x => Set(draft(x), draft(x).Prices.Goods))
        .Field("totalPriceSet", x => Set(draft(x), draft(x).Prices.Total))
        .Field("totalTaxSet", (x, scope) => Set(draft(x), PriceList.TaxIn(scope.Call.Shop, draft(x).Sale.Context, draft(x).Prices.Total)))
        .Field("phone", (x, scope) =>
        {
            scope.Call.RequireProtected("DraftOrder", "phone", 2);
            return draft(x).Terms.Phone;
        })
        .Field("customer", CustomerFields.Read, (x, scope) => scope.Call.Shop.Customers.Find(draft(x).Terms.CustomerId))
        .Field("purchasingEntity", CustomerFields.Read, (x, scope) => scope.Call.Shop.Customers.Find(draft(x).Terms.CustomerId))
        .Field("shippingLine", x => draft(x).Terms.Shipping is { } shipping ? new DraftShippingRow(draft(x), shipping) : null)
        .Field("warnings", x => draft(x).Prices.Codes.Where(static c => !c.IsApplicable).Select(static c => new DraftWarning(c)).ToList());

    private static void AddLines<T>(TypeModel<T> type) where T : DraftLineRow => type
        .Field("uuid", static r => r.Line.Key)
        .Field("title", static r => r.Line.Title)
        .Field("variantTitle", static r => r.Line.VariantTitle)
        .Field("name", static r => r.Line.VariantTitle is null ? r.Line.Title : $"{r.Line.Title} - {r.Line.VariantTitle}")
        .Field("sku", static r => r.Line.Sku)
        .Field("vendor", static r => r.Line.Vendor)
        .Field("quantity", static r => r.Line.Quantity)
        .Field("custom", static r => r.Line.VariantId == 0)
        .Field("isGiftCard", static _ => false)
        .Field("requiresShipping", static r => r.Line.RequiresShipping)
        .Field("taxable", static _ => true)
        .Field("customAttributes", static r => r.Line.Attributes)
        .Field("originalUnitPriceSet", static r => r.Set(r.Draft.Sale.UnitPrice(r.Index)))
        .Field("originalTotalSet", static r => r.Set(r.Total))
        .Field("discountedTotalSet", static r => r.Set(r.Discounted))
        .Field("totalDiscountSet", static r => r.Set(r.Draft.Sale.Reduction(r.Index)))
        .Field("approximateDiscountedUnitPriceSet", static r => r.Set(new(
            Currencies.Round(r.Discounted.Shop / r.Line.Quantity, r.Draft.Sale.Context.ShopCurrency),
            Currencies.Round(r.Discounted.Presentment / r.Line.Quantity, r.Draft.Sale.Context.CurrencyCode))))
        .Field("image", static (r, scope) => scope.Call.Shop.FindProduct(r.Line.ProductId)?.Images.FirstOrDefault(i => i.File == r.Line.Image))
        .Field("variant", static (r, scope) => scope.Call.Shop.FindVariant(r.Line.VariantId) is { } found ? new VariantRow(found.Product, found.Variant) : null)
        .Field("product", static (r, scope) => scope.Call.Shop.FindProduct(r.Line.ProductId));

    private static MoneyBagRow Set(Draft draft, MoneyBag bag) => draft.Sale.Context.Set(bag);

    private static IEnumerable<Draft> Sorted(IEnumerable<Draft> drafts, FieldScope scope) => scope.Text("sortKey") switch
    {
        null or "ID" or "NUMBER" => drafts.OrderBy(static d => d.Id),
        "UPDATED_AT" => drafts.OrderBy(static d => d.UpdatedAt).ThenBy(static d => d.Id),
        "TOTAL_PRICE" => drafts.OrderBy(static d => d.Prices.Total.Shop).ThenBy(static d => d.Id),
        var key => throw GraphError.Unsupported($"sort key {key}"),
    };

    private static Draft? Find(GraphCall call, string? id) => call.Shop.Drafts.Find(Lookup.Number(id, "DraftOrder"));

    private static Answer Result((Draft? Draft, IReadOnlyList<UserError> Errors) result) => Answer.OfResult("draftOrder", result.Draft, result.Errors);

    private static Answer Send(GraphCall call, FieldScope scope)
    {
        if (Find(call, scope.Text("id")) is not { } draft) return Answer.Refused(new UserError(["id"], "Draft order does not exist"));
        var to = scope.Object("email")?.Text("to") ?? draft.Terms.Email ?? call.Shop.Customers.Find(draft.Terms.CustomerId)?.Email;
        return to is null ? Answer.Refused(new UserError(["email", "to"], "To can't be blank")) : Answer.Of(("draftOrder", call.Shop.Drafts.SendInvoice(draft)));
    }

    private static Answer Complete(GraphCall call, FieldScope scope)
    {
        if (scope.Has("paymentGatewayId") || scope.Has("sourceName")) throw GraphError.Unsupported("arguments paymentGatewayId and sourceName");
        if (Find(call, scope.Text("id")) is not { } draft) return Answer.Refused(new UserError(["id"], "Draft order does not exist"));
        var customer = call.Shop.Customers.Find(draft.Terms.CustomerId);
        var contact = (draft.Terms.ShippingAddress ?? new OrderContact { FirstName = "", LastName = "", Address = "", Zip = "", City = "", CountryCode = call.Shop.Catalog.CountryCode }) with
        {
            Email = draft.Terms.Email ?? customer?.Email,
            Phone = draft.Terms.Phone ?? customer?.Phone,
        };
        return call.Shop.Drafts.Complete(draft, draft.Sale, contact, isPaid: !scope.Flag("paymentPending")) is null
            ? Answer.Refused(new UserError(null, "This order has been paid or its stock is missing"))
            : Answer.Of(("draftOrder", call.Shop.Drafts.Find(draft.Id)));
    }

    private sealed record RateRow(Money Price);

    private sealed record DraftShippingRow(Draft Draft, DraftShipping Shipping);
}
