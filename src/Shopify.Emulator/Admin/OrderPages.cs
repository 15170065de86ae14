using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Admin;

/// <summary>The list of orders, one order, and what can be done with it: pay, send, report the carrier's steps, cancel.</summary>
internal static class OrderPages
{
    private static readonly string[] Steps =
        ["CONFIRMED", "LABEL_PRINTED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "ATTEMPTED_DELIVERY", "DELAYED", "READY_FOR_PICKUP", "DELIVERED", "FAILURE"];

    public static Task ListAsync(HttpContext context)
    {
        var shop = context.Shop();
        return AdminShell.AnswerAsync(context, "/orders", "Orders", $"""
            <section class="panel"><div class="bar"><p class="muted">{shop.Orders.Count} orders</p><a class="button" href="{AdminShell.Link(shop, "/orders/new")}">Create order</a></div>
            {Table(shop, shop.Orders.Reverse().Take(100))}</section>
            """);
    }

    public static string Table(EmulatedShop shop, IEnumerable<EmulatedOrder> orders)
    {
        var rows = orders.Select(o => $"""
            <tr><th scope="row"><a href="{AdminShell.Link(shop, $"/orders/{o.Id}")}">{Html.Encode(o.Name)}</a></th><td>{AdminShell.Time(shop, o.CreatedAt)}</td><td>{Html.Encode(o.Contact.Name)}</td>
            <td>{AdminShell.Badge(o.CancelledAt is null ? o.FinancialStatus : "CANCELLED")}</td><td>{AdminShell.Badge(o.FulfillmentStatus)}</td><td class="num">{AdminShell.Price(shop, o.Total)}</td></tr>
            """).ToList();
        return rows.Count == 0 ? "<p class=\"empty\">No orders yet. Buy something in the store, or create one here.</p>"
            : $"""<table><caption class="hidden">Orders</caption><thead><tr><th scope="col">Order</th><th scope="col">Placed</th><th scope="col">Buyer</th><th scope="col">Payment</th><th scope="col">Parcels</th><th scope="col" class="num">Total</th></tr></thead><tbody>{string.Concat(rows)}</tbody></table>""";
    }

    public static Task ShowAsync(HttpContext context) => Find(context) is { } order ? ShowAsync(context, order, null) : MissingAsync(context);

    public static async Task ActAsync(HttpContext context, IFormCollection form)
    {
        var shop = context.Shop();
        if (Find(context) is not { } order)
        {
            await MissingAsync(context).ConfigureAwait(false);
            return;
        }

        try
        {
            var done = (context.Request.RouteValues["action"] as string) switch
            {
                "fulfill" => Fulfill(shop, order, form),
                "report" => Report(shop, order, form),
                "cancel" => Then(shop.CancelOrder(order.Id, "STAFF"), "cancelled"),
                "pay" => Then(shop.MarkOrderPaid(order.Id), "paid"),
                _ => throw new InvalidOperationException("There is no such action."),
            };
            AdminShell.Back(context, $"/orders/{order.Id}", done);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            await ShowAsync(context, order, e.Message).ConfigureAwait(false);
        }
    }

    private static string Fulfill(EmulatedShop shop, EmulatedOrder order, IFormCollection form)
    {
        var pieces = order.Lines.ToDictionary(static l => l.Id, l => int.TryParse(form[$"pieces-{l.Id}"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0);
        return Then(shop.Fulfill(order.Id, Text(form, "company"), Text(form, "number"), Text(form, "url"), pieces), "fulfilled");
    }

    private static string Report(EmulatedShop shop, EmulatedOrder order, IFormCollection form)
    {
        var parcel = order.Fulfillments.FirstOrDefault(f => f.Id.ToString(CultureInfo.InvariantCulture) == form["parcel"]) ?? throw new InvalidOperationException("There is no such parcel.");
        if (!Steps.Contains(form["step"].ToString())) throw new InvalidOperationException("There is no such step.");
        return Then(shop.ReportFulfillmentEvent(parcel.Id, form["step"].ToString()), "reported");
    }

    private static Task ShowAsync(HttpContext context, EmulatedOrder order, string? problem)
    {
        var shop = context.Shop();
        var link = AdminShell.Link(shop, $"/orders/{order.Id}");
        var lines = order.Lines.Select(l => $"""
            <tr><th scope="row">{Html.Encode(l.Title)}<small>{Html.Encode(l.VariantTitle)}</small></th><td>{l.Quantity}</td><td>{order.Unfulfilled(l)}</td>
            <td class="num">{AdminShell.Price(shop, (l.Price * l.Quantity) - l.Discount)}</td></tr>
            """);
        return AdminShell.AnswerAsync(context, "/orders", $"Order {order.Name}", $"""
            {AdminShell.Problem(problem)}
            <p class="states">{AdminShell.Badge(order.CancelledAt is null ? order.FinancialStatus : "CANCELLED")} {AdminShell.Badge(order.FulfillmentStatus)} <span class="muted">{AdminShell.Time(shop, order.CreatedAt)} · {Html.Encode(order.SourceName)}</span></p>
            <div class="split"><div class="stack">
            <section class="panel"><h2>Items</h2><table><caption class="hidden">Items</caption><thead><tr><th scope="col">Item</th><th scope="col">Ordered</th><th scope="col">To send</th><th scope="col" class="num">Price</th></tr></thead><tbody>{string.Concat(lines)}</tbody></table>
            <dl class="sums"><dt>Shipping</dt><dd>{AdminShell.Price(shop, order.Shipping)}</dd>{Discounts(shop, order)}<dt>Total</dt><dd data-testid="order-total">{AdminShell.Price(shop, order.Total)}</dd>{Presentment(order)}</dl></section>
            {string.Concat(order.Fulfillments.Select(f => Parcel(shop, f, link)))}
            {SendForm(order, link)}
            </div><div class="stack">
            <section class="panel"><h2>Buyer</h2><p>{Html.Encode(order.Contact.Name)}<br>{Html.Encode(order.Contact.Email)}<br>{Html.Encode(order.Contact.Phone)}</p>
            <p>{Html.Encode(order.Contact.Address)}<br>{Html.Encode(order.Contact.Zip)} {Html.Encode(order.Contact.City)}, {Html.Encode(order.Contact.CountryCode)}</p></section>
            <section class="panel"><h2>Notes</h2><p>{(order.Note is null ? "<span class=\"muted\">No note</span>" : Html.Encode(order.Note))}</p>
            <dl class="pairs">{string.Concat(order.Attributes.Select(static a => $"<dt>{Html.Encode(a.Key)}</dt><dd>{Html.Encode(a.Value)}</dd>"))}</dl><p class="muted">{Html.Encode(string.Join(", ", order.Tags))}</p></section>
            <section class="panel actions">{Buttons(order, link)}</section>
            </div></div>
            """, problem is null ? 200 : 422);
    }

    private static string Discounts(EmulatedShop shop, EmulatedOrder order) =>
        string.Concat(order.Discounts.Select(d => $"<dt>Discount {Html.Encode(d.Code)}</dt><dd>−{AdminShell.Price(shop, d.Amount)}</dd>"));

    private static string Presentment(EmulatedOrder order) => order.PresentmentCurrencyCode == order.CurrencyCode ? ""
        : $"<dt>Paid in {order.PresentmentCurrencyCode}</dt><dd>{new Graph.MoneyFormats(order.PresentmentCurrencyCode).Format(order.TotalBag.Presentment)}</dd>";

    private static string Parcel(EmulatedShop shop, EmulatedFulfillment parcel, string link) => $"""
        <section class="panel" data-testid="parcel"><div class="bar"><h2>Parcel {Html.Encode(parcel.Name)}</h2>{AdminShell.Badge(parcel.Latest?.Status ?? "FULFILLED")}</div>
        <p>{(parcel.TrackingNumber is null ? "<span class=\"muted\">Without tracking</span>" : $"{Html.Encode(parcel.TrackingCompany)} {Html.Encode(parcel.TrackingNumber)}")}</p>
        <ol class="steps">{string.Concat(parcel.Events.Select(e => $"<li>{AdminShell.Words(e.Status)} <span class=\"muted\">{AdminShell.Time(shop, e.HappenedAt)}</span></li>"))}</ol>
        <form method="post" action="{link}/report" class="inline"><input type="hidden" name="parcel" value="{parcel.Id}">
        {AdminShell.Choice($"What the carrier reports about {parcel.Name}", "step", Steps.Select(static s => (s, AdminShell.Words(s))), "IN_TRANSIT")}<button data-testid="report">Report</button></form></section>
        """;

    private static string SendForm(EmulatedOrder order, string link)
    {
        if (order.CancelledAt is not null || order.FulfillmentStatus == "FULFILLED") return "";
        var pieces = order.Lines.Where(l => order.Unfulfilled(l) > 0).Select(l =>
            AdminShell.Field($"{l.Title}{(l.VariantTitle is null ? "" : $" · {l.VariantTitle}")}", $"pieces-{l.Id}", order.Unfulfilled(l).ToString(CultureInfo.InvariantCulture), "number", $" min=\"0\" max=\"{order.Unfulfilled(l)}\""));
        return $"""
            <form method="post" action="{link}/fulfill" class="panel stack"><h2>Send a parcel</h2>{string.Concat(pieces)}
            <div class="row">{AdminShell.Field("Carrier", "company", "DHL")}{AdminShell.Field("Tracking number", "number", "")}</div>
            {AdminShell.Field("Tracking address", "url", "", "url")}
            <div class="actions"><button class="primary" data-testid="fulfill">Send parcel</button></div></form>
            """;
    }

    private static string Buttons(EmulatedOrder order, string link)
    {
        var pay = order is { FinancialStatus: "PENDING", CancelledAt: null } ? $"<form method=\"post\" action=\"{link}/pay\"><button data-testid=\"mark-paid\">Mark as paid</button></form>" : "";
        var cancel = order.CancelledAt is null && order.Fulfillments.Count == 0 ? $"<form method=\"post\" action=\"{link}/cancel\" class=\"danger\"><button data-testid=\"cancel\">Cancel order</button></form>" : "";
        return pay + cancel + $"<a href=\"{Html.Encode(link[..link.IndexOf("/admin", StringComparison.Ordinal)])}/checkouts/{order.CheckoutToken}/thank-you\">Buyer's status page</a>";
    }

    private static EmulatedOrder? Find(HttpContext context) =>
        context.Shop().OrderBook.Find(long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture));

    private static Task MissingAsync(HttpContext context) => AdminShell.AnswerAsync(context, "/orders", "No such order", "<p>There is no order with this number.</p>", 404);

    private static string Then(object? result, string done) => result is null ? "" : done;

    private static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
