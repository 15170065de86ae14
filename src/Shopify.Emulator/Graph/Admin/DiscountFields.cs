using System.Globalization;
using Shopify.Emulator.Discounts;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>A discount behind <c>DiscountCodeNode</c>.</summary>
internal sealed record CodeNodeRow(Discount Discount);

/// <summary>A discount that reduces prices.</summary>
internal sealed record BasicRow(Discount Discount);

/// <summary>A discount that ships for free.</summary>
internal sealed record FreeShippingRow(Discount Discount);

/// <summary>Discount codes. The emulator's merchants make percentages, fixed amounts and free shipping.</summary>
internal static class DiscountFields
{
    internal static readonly string[] Read = ["read_discounts"];

    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("QueryRoot")
            .Field("codeDiscountNodeByCode", Read, static (call, scope) => call.Shop.Discounts.Find(scope.Text("code") ?? "") is { } found ? new CodeNodeRow(found) : null)
            .Field("codeDiscountNode", Read, static (call, scope) => Find(call.Shop, Lookup.Number(scope.Text("id"), "DiscountCodeNode")) is { } found ? new CodeNodeRow(found) : null)
            .Field("discountNode", Read, static (call, scope) => Find(call.Shop, NumberOf(scope.Text("id"))))
            .Field("discountNodes", Read, static (call, scope) => List(call, scope))
            .Field("discountNodesCount", Read, static (call, scope) => new CountRow(OrderSearch.Discounts(call.Shop).Filter(call.Shop.Discounts.All, scope).Count()));
        model.Type<Discount>("DiscountNode")
            .Field("id", static d => Gid.Of("DiscountNode", d.Id))
            .Field("discount", static d => Terms(d));
        model.Type<CodeNodeRow>("DiscountCodeNode")
            .Field("id", static n => Gid.Of("DiscountCodeNode", n.Discount.Id))
            .Field("codeDiscount", static n => Terms(n.Discount));
        Common(model.Type<BasicRow>("DiscountCodeBasic"), static r => r.Discount);
        Common(model.Type<FreeShippingRow>("DiscountCodeFreeShipping"), static r => r.Discount)
            .Field("maximumShippingPrice", static _ => null);
        model.Type<CodeTextRow>("DiscountRedeemCode")
            .Field("id", static c => Gid.Of("DiscountRedeemCode", c.Discount.Id))
            .Field("code", static c => c.Discount.Terms.Code)
            .Field("asyncUsageCount", static c => c.Discount.UsageCount);
        model.Type<ShareRow>("DiscountShareableUrl")
            .Field("title", static s => s.Discount.Title)
            .Field("targetType", static _ => "HOME")
            .Field("targetItemImage", static _ => null)
            .Field("url", static (s, scope) => $"{scope.Call.Shop.Url}/discount/{Uri.EscapeDataString(s.Discount.Terms.Code)}");
    }

    public static Discount? Find(EmulatedShop shop, long? id) => shop.Discounts.All.FirstOrDefault(d => d.Id == id);

    private static long? NumberOf(string? id) => Gid.TryParse(id, out var gid) && gid.Type is "DiscountNode" or "DiscountCodeNode" ? gid.Number : throw GraphError.InvalidId(id ?? "");

    private static object Terms(Discount discount) => discount.IsFreeShipping ? new FreeShippingRow(discount) : new BasicRow(discount);

    private static Page List(GraphCall call, FieldScope scope)
    {
        if (scope.Has("savedSearchId")) throw GraphError.Unsupported("argument savedSearchId");
        var found = OrderSearch.Discounts(call.Shop).Filter(call.Shop.Discounts.All, scope);
        var sorted = scope.Text("sortKey") switch
        {
            null or "ID" or "RELEVANCE" => found.OrderBy(static d => d.Id),
            "CREATED_AT" => found.OrderBy(static d => d.CreatedAt).ThenBy(static d => d.Id),
            "UPDATED_AT" => found.OrderBy(static d => d.Terms.UpdatedAt).ThenBy(static d => d.Id),
            "TITLE" => found.OrderBy(static d => d.Title, StringComparer.InvariantCultureIgnoreCase).ThenBy(static d => d.Id),
            "STARTS_AT" => found.OrderBy(static d => d.Terms.StartsAt).ThenBy(static d => d.Id),
            "ENDS_AT" => found.OrderBy(static d => d.Terms.EndsAt).ThenBy(static d => d.Id),
            var key => throw GraphError.Unsupported($"sort key {key}"),
        };
        return Page.Of(sorted, scope, static d => d.Id);
    }

    private static TypeModel<T> Common<T>(TypeModel<T> type, Func<T, Discount> of) where T : notnull => type
        .Field("title", x => of(x).Title)
        .Field("status", (x, scope) => of(x).Status(scope.Call.Shop.Now()))
        .Field("summary", (x, scope) => Summary(of(x), scope.Call.Shop, withRules: true))
        .Field("shortSummary", (x, scope) => Summary(of(x), scope.Call.Shop, withRules: false))
        .Field("startsAt", x => of(x).Terms.StartsAt)
        .Field("endsAt", x => of(x).Terms.EndsAt)
        .Field("createdAt", x => of(x).CreatedAt)
        .Field("updatedAt", x => of(x).Terms.UpdatedAt)
        .Field("usageLimit", x => of(x).Terms.UsageLimit)
        .Field("asyncUsageCount", x => of(x).UsageCount)
        .Field("appliesOncePerCustomer", x => of(x).Terms.OncePerCustomer)
        .Field("codes", (x, scope) => Page.Of([new CodeTextRow(of(x))], scope, static c => c.Discount.Id))
        .Field("codesCount", static _ => new CountRow(1))
        .Field("shareableUrls", x => (ShareRow[])[new(of(x))]);

    private static string Summary(Discount discount, EmulatedShop shop, bool withRules)
    {
        var terms = discount.Terms;
        var money = new MoneyFormats(shop.Catalog.CurrencyCode);
        var what = terms.CollectionHandle is { } handle ? shop.Collections.FirstOrDefault(c => c.Handle == handle)?.Title ?? handle : "entire order";
        var text = terms.FreeShipping ? "Free shipping on all products"
            : $"{(terms.Percentage is { } percentage ? percentage.ToString("0.##", CultureInfo.InvariantCulture) + "%" : money.Format(terms.Amount ?? 0))} off {what}";
        if (!withRules) return text;
        if (terms.MinimumSubtotal is { } minimum) text += $" • Minimum purchase of {money.Format(minimum)}";
        if (terms.OncePerCustomer) text += " • One use per customer";
        return text;
    }

    private sealed record CodeTextRow(Discount Discount);

    private sealed record ShareRow(Discount Discount);
}
