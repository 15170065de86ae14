using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Journal;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Admin;

/// <summary>The app in this shop: what it may do, what it subscribed to, what it was told and how it answered.</summary>
internal sealed class AppPage(EmulatorJournal journal)
{
    public Task ShowAsync(HttpContext context)
    {
        var shop = context.Shop();
        var scopes = shop.Tokens.CurrentScopes is { } granted
            ? string.Concat(ScopeWords.Describe(granted).Select(static s => $"<li><strong>{Html.Encode(s.Title)}</strong> <span class=\"muted\">{Html.Encode(s.Detail)}</span></li>")) : "";
        var charges = string.Concat(shop.Billing.All.Select(c => $"<li>{Html.Encode(c.Name)} {AdminShell.Badge(c.Status)}</li>"));
        var subscriptions = shop.WebhookSubscriptions.Select(s => $"<tr><th scope=\"row\">{Html.Encode(s.Topic)}</th><td>{Html.Encode(s.Uri)}</td><td>{Html.Encode(s.Filter)}</td></tr>").ToList();
        return AdminShell.AnswerAsync(context, "/app", "App and webhooks", $"""
            <section class="panel"><div class="bar"><h2>{(shop.IsInstalled ? "Installed" : "Not installed")}</h2>
            {(shop.IsInstalled ? $"<form method=\"post\" action=\"{AdminShell.Link(shop, "/app/uninstall")}\" class=\"danger\"><button data-testid=\"uninstall\">Uninstall app</button></form>" : "")}</div>
            {(scopes.Length == 0 ? "<p class=\"empty\">Start the installation from the app.</p>" : $"<ul class=\"plainlist\">{scopes}</ul>")}
            {(charges.Length == 0 ? "" : $"<h3>Subscriptions</h3><ul class=\"plainlist\">{charges}</ul>")}</section>
            <section class="panel"><h2>Deliveries</h2>{Deliveries(shop, journal, 50)}</section>
            <section class="panel"><h2>Webhook subscriptions</h2>{(subscriptions.Count == 0 ? "<p class=\"empty\">None made by API.</p>" : $"<table><caption class=\"hidden\">Subscriptions</caption><thead><tr><th scope=\"col\">Topic</th><th scope=\"col\">Address</th><th scope=\"col\">Filter</th></tr></thead><tbody>{string.Concat(subscriptions)}</tbody></table>")}</section>
            """);
    }

    public static Task UninstallAsync(HttpContext context, IFormCollection form)
    {
        context.Shop().Uninstall();
        AdminShell.Back(context, "/app", "uninstalled");
        return Task.CompletedTask;
    }

    public static string Deliveries(EmulatedShop shop, EmulatorJournal journal, int most)
    {
        var rows = journal.Entries.OfType<WebhookEntry>().Where(e => e.Shop == shop.Domain).Reverse().Take(most).Select(e => $"""
            <tr><th scope="row">{Html.Encode(e.Topic)}</th><td>{AdminShell.Time(shop, e.At)}</td><td>{e.Attempt}</td><td><span class="badge {(e.IsDelivered ? "good" : "bad")}">{(e.StatusCode is { } status ? $"{(e.IsDelivered ? "Taken" : "Refused")} {status}" : "No answer")}</span></td></tr>
            """).ToList();
        return rows.Count == 0 ? "<p class=\"empty\">Nothing was sent yet.</p>"
            : $"<table data-testid=\"deliveries\"><caption class=\"hidden\">Webhook deliveries</caption><thead><tr><th scope=\"col\">Topic</th><th scope=\"col\">Sent</th><th scope=\"col\">Attempt</th><th scope=\"col\">Answer</th></tr></thead><tbody>{string.Concat(rows)}</tbody></table>";
    }
}
