using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Journal;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Admin;

/// <summary>The first admin page: how the shop is doing, and what the app did last.</summary>
internal sealed class OverviewPage(EmulatorJournal journal)
{
    public Task ShowAsync(HttpContext context)
    {
        var shop = context.Shop();
        var orders = shop.Orders;
        var open = orders.Count(static o => o.CancelledAt is null && o.FulfillmentStatus != "FULFILLED");
        var sold = orders.Where(static o => o.FinancialStatus == "PAID").Sum(static o => o.Total);
        var low = shop.Products.SelectMany(p => p.Variants.Select(v => (p, v))).Count(static x => x.v.Stock is <= 3);
        return AdminShell.AnswerAsync(context, "", "Overview", $"""
            <ul class="tiles">
              <li><span>Orders</span><strong data-testid="order-count">{orders.Count}</strong><small>{open} to send</small></li>
              <li><span>Sold</span><strong>{AdminShell.Price(shop, sold)}</strong><small>paid orders</small></li>
              <li><span>Products</span><strong>{shop.Products.Count}</strong><small>{low} variants low on stock</small></li>
              <li><span>App</span><strong>{(shop.IsInstalled ? "Installed" : "Not installed")}</strong><small>{shop.WebhookSubscriptions.Count} webhook subscriptions</small></li>
            </ul>
            <section class="panel"><div class="bar"><h2>Latest orders</h2><a class="button" href="{AdminShell.Link(shop, "/orders/new")}">Create order</a></div>
            {OrderPages.Table(shop, orders.Reverse().Take(5))}</section>
            <section class="panel"><div class="bar"><h2>Latest webhooks</h2><a href="{AdminShell.Link(shop, "/app")}">All</a></div>
            {AppPage.Deliveries(shop, journal, 8)}</section>
            """);
    }
}
