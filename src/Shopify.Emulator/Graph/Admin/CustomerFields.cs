using Shopify.Emulator.Customers;
using Shopify.Emulator.Search;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Type <c>Customer</c>, the ways to find customers, and consent.</summary>
internal static class CustomerFields
{
    internal static readonly string[] Read = ["read_customers"];
    private static readonly string[] Orders = ["read_orders"];

    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("QueryRoot")
            .Field("customer", Read, static (call, scope) => Find(call, scope.Text("id")))
            .Field("customers", Read, static (call, scope) => List(call, scope))
            .Field("customersCount", Read, static (call, scope) => new CountRow(OrderSearch.Customers(call.Shop).Filter(All(call), scope).Count()))
            .Field("customerByIdentifier", Read, static (call, scope) => ByIdentifier(call, scope));
        AddCustomer(model);
        AddConsent(model);
        CustomerMutations.Add(model);
    }

    public static EmulatedCustomer? Find(GraphCall call, string? id)
    {
        call.RequireProtected("Customer", "id", 1);
        return call.Shop.Customers.Find(Lookup.Number(id, "Customer"));
    }

    private static IEnumerable<EmulatedCustomer> All(GraphCall call)
    {
        call.RequireProtected("Customer", "id", 1);
        return call.Shop.Customers.All;
    }

    private static EmulatedCustomer? ByIdentifier(GraphCall call, FieldScope scope)
    {
        var identifier = scope.Object("identifier")!;
        identifier.RefuseUnmodelled("CustomerIdentifierInput", "customId");
        call.RequireProtected("Customer", "id", 1);
        return identifier.Text("id") is { } id ? call.Shop.Customers.Find(Lookup.Number(id, "Customer"))
            : call.Shop.Customers.ByPhone(identifier.Text("phoneNumber")) ?? call.Shop.Customers.ByEmail(identifier.Text("emailAddress"));
    }

    private static Page List(GraphCall call, FieldScope scope)
    {
        var found = OrderSearch.Customers(call.Shop).Filter(All(call), scope);
        return scope.Text("sortKey") switch
        {
            null or "ID" => Page.Of(found.OrderBy(static c => c.Id), scope, static c => c.Id),
            "RELEVANCE" => Page.Of(found.OrderBy(static c => c.Id), scope, static c => c.Id),
            "CREATED_AT" => Page.Of(found.OrderBy(static c => c.CreatedAt).ThenBy(static c => c.Id), scope, static c => c.Id, static c => Sorting.Text(c.CreatedAt)),
            "UPDATED_AT" => Page.Of(found.OrderBy(static c => c.UpdatedAt).ThenBy(static c => c.Id), scope, static c => c.Id, static c => Sorting.Text(c.UpdatedAt)),
            "NAME" => Page.Of(found.OrderBy(static c => c.DisplayName, StringComparer.InvariantCultureIgnoreCase).ThenBy(static c => c.Id), scope, static c => c.Id, static c => c.DisplayName),
            var key => throw GraphError.Unsupported($"sort key {key}"),
        };
    }

    private static void AddCustomer(GraphModel model) => model.Type<EmulatedCustomer>("Customer")
        .Field("id", static c => Gid.Of("Customer", c.Id))
        .Field("legacyResourceId", static c => c.Id)
        .Protected("displayName", static c => c.DisplayName)
        .Protected("firstName", static c => c.FirstName)
        .Protected("lastName", static c => c.LastName)
        .Protected("email", static c => c.Email)
        .Protected("phone", static c => c.Phone)
        .Field("locale", static c => c.Locale)
        .Field("state", static _ => "DISABLED")
        .Field("note", static c => c.Note)
        .Field("tags", static c => c.Tags)
        .Field("createdAt", static c => c.CreatedAt)
        .Field("updatedAt", static c => c.UpdatedAt)
        .Field("verifiedEmail", static c => c.Email is not null)
        .Field("taxExempt", static _ => false)
        .Field("numberOfOrders", static (c, scope) => scope.Call.Shop.Customers.OrdersOf(c).Count())
        .Field("amountSpent", static (c, scope) => new Money(
            scope.Call.Shop.Customers.OrdersOf(c).Where(static o => o.FinancialStatus == "PAID").Sum(static o => o.Total), scope.Call.Shop.Catalog.CurrencyCode))
        .Field("defaultEmailAddress", static c => c.Email is null ? null : new EmailRow(c))
        .Field("defaultPhoneNumber", static c => c.Phone is null ? null : new PhoneRow(c))
        .Field("defaultAddress", static (c, scope) => scope.Call.Shop.Customers.OrdersOf(c).LastOrDefault() is { } last ? MailingAddressRow.Of(last.Contact, last.Id) : null)
        .Field("metafield", static (c, scope) => MetafieldFields.One(Gid.Of("Customer", c.Id), scope))
        .Field("metafields", static (c, scope) => MetafieldFields.List(Gid.Of("Customer", c.Id), scope))
        .Field("lastOrder", Orders, static (c, scope) => OrdersOf(c, scope).LastOrDefault())
        .Field("orders", Orders, static (c, scope) => OrderFields.List(OrdersOf(c, scope), scope));

    private static IEnumerable<Orders.EmulatedOrder> OrdersOf(EmulatedCustomer customer, FieldScope scope) =>
        scope.Call.Shop.Customers.OrdersOf(customer).Where(o => OrderFields.IsVisible(scope.Call, o));

    private static void AddConsent(GraphModel model)
    {
        model.Type<EmailRow>("CustomerEmailAddress")
            .Protected("emailAddress", static e => e.Customer.Email)
            .Field("marketingState", static e => Older(e.Customer.EmailConsent.State))
            .Field("marketingOptInLevel", static e => e.Customer.EmailConsent.OptInLevel)
            .Field("marketingUpdatedAt", static e => e.Customer.EmailConsent.UpdatedAt)
            .Field("validFormat", static _ => true);
        model.Type<PhoneRow>("CustomerPhoneNumber")
            .Protected("phoneNumber", static p => p.Customer.Phone)
            .Field("marketingState", static p => Older(p.Customer.SmsConsent.State))
            .Field("marketingOptInLevel", static p => p.Customer.SmsConsent.OptInLevel)
            .Field("marketingUpdatedAt", static p => p.Customer.SmsConsent.UpdatedAt)
            .Field("smsMarketingConsent", static p => new SmsRow(p.Customer.SmsConsent))
            .Field("whatsAppMarketingConsent", static p => new WhatsAppRow(p.Customer.WhatsAppConsent));
        Consent<SmsRow>(model, "CustomerSmsMarketingConsent");
        Consent<WhatsAppRow>(model, "CustomerWhatsAppMarketingConsent");
    }

    private static void Consent<T>(GraphModel model, string type) where T : ConsentRow => model.Type<T>(type)
        .Field("state", static c => c.Consent.State)
        .Field("optInLevel", static c => c.Consent.OptInLevel)
        .Field("updatedAt", static c => c.Consent.UpdatedAt)
        .Field("collectedFrom", static c => c.Consent.UpdatedAt is null ? null : "OTHER")
        .Field("sourceLocation", static _ => null);

    /// <summary>The older enums call the first state otherwise.</summary>
    private static string Older(string state) => state == "NEVER_SUBSCRIBED" ? "NOT_SUBSCRIBED" : state;

    internal sealed record EmailRow(EmulatedCustomer Customer);

    internal sealed record PhoneRow(EmulatedCustomer Customer);

    private abstract record ConsentRow(EmulatedConsent Consent);

    private sealed record SmsRow(EmulatedConsent Consent) : ConsentRow(Consent);

    private sealed record WhatsAppRow(EmulatedConsent Consent) : ConsentRow(Consent);
}
