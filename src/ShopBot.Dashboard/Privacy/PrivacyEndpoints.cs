using Microsoft.AspNetCore.Http;
using ShopBot.Dashboard.Pages;
using ShopBot.Engine.Desk;

namespace ShopBot.Dashboard;

/// <summary>What privacy laws asked for, and the export of one customer's data.</summary>
internal static class PrivacyEndpoints
{
    private const int Most = 100;
    private static readonly string[] Kinds = ["shopify.customers/data_request", "shopify.customers/redact"];

    public static async Task<IResult> ShowAsync(HttpContext context, StoreDesk desk, CancellationToken cancellationToken)
    {
        var store = context.Owner();
        var requests = new List<PrivacyLine>();
        foreach (var fact in await desk.ListFactsAsync(store, Kinds, null, Most, cancellationToken).ConfigureAwait(false))
        {
            if (fact.Read(PrivacyJson.Default.PrivacyRequest) is not { } request)
                continue;
            var people = new List<string>();
            foreach (var person in request.Customers ?? [])
            {
                if (OwnerRequest.CustomerOf(person) is { } id && await desk.FindAsync(store, id, cancellationToken).ConfigureAwait(false) is not null)
                    people.Add(person);
            }

            requests.Add(new PrivacyLine(fact.At, request, people));
        }

        return Answers.Page<PrivacyPage>(context, requests);
    }

    public static async Task<IResult> ExportAsync(HttpContext context, PrivacyExport export, string customer, CancellationToken cancellationToken) =>
        OwnerRequest.CustomerOf(customer) is { } id && await export.WriteAsync(context.Owner(), id, cancellationToken).ConfigureAwait(false) is { } json
            ? Results.File(json, "application/json", $"customer-{id.ToString()[..8]}.json")
            : Answers.NotFound(context);
}
