using Shopify.Emulator.Customers;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Upsert of customers, marketing consent, and tags on anything that has them.</summary>
internal static class CustomerMutations
{
    private static readonly string[] Write = ["write_customers"];

    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("Mutation")
            .Field("customerSet", Write, static (call, scope) => Set(call, scope))
            .Field("customerWhatsAppMarketingConsentUpdate", Write, static (call, scope) => WhatsApp(call, scope.Object("input")!))
            .Field("customerSmsMarketingConsentUpdate", Write, static (call, scope) => Sms(call, scope.Object("input")!));
        model.Payload("CustomerSetPayload", "customer");
        model.Payload("CustomerWhatsAppMarketingConsentUpdatePayload", "customerPhoneNumber");
        model.Payload("CustomerSmsMarketingConsentUpdatePayload", "customer");
        model.CodedError("CustomerSetUserError");
        model.CodedError("CustomerMarketingConsentError");
        model.CodedError("CustomerSmsMarketingConsentError");
    }

    private static Answer Set(GraphCall call, FieldScope scope)
    {
        call.RequireProtected("Customer", "id", 1);
        var input = scope.Object("input")!;
        input.RefuseUnmodelled("CustomerSetInput", "addresses", "taxExempt", "taxExemptions");
        var identifier = scope.Object("identifier");
        identifier?.RefuseUnmodelled("CustomerSetIdentifiers", "customId");
        var customers = call.Shop.Customers;
        EmulatedCustomer? old = null;
        if ((identifier?.Text("id") ?? input.Text("id")) is { } id && (old = customers.Find(Lookup.Number(id, "Customer"))) is null)
            return Answer.Refused(new UserError(["input", "id"], "Resource matching the identifier was not found.", "NOT_FOUND"));
        if (identifier?.Text("phone") is { } phone)
        {
            if (input.Text("phone") != phone) return Answer.Refused(new UserError(["input"], "The input field corresponding to the identifier is required.", "MISSING_FIELD_REQUIRED"));
            old = customers.ByPhone(phone);
        }

        if (identifier?.Text("email") is { } email)
        {
            if (input.Text("email") != email) return Answer.Refused(new UserError(["input"], "The input field corresponding to the identifier is required.", "MISSING_FIELD_REQUIRED"));
            old = customers.ByEmail(email);
        }

        var wanted = (old ?? new()) with
        {
            FirstName = input.Text("firstName") ?? old?.FirstName,
            LastName = input.Text("lastName") ?? old?.LastName,
            Email = input.Text("email") ?? old?.Email,
            Phone = input.Text("phone") ?? old?.Phone,
            Locale = input.Text("locale") ?? old?.Locale ?? call.Shop.Catalog.Locales[0],
            Note = input.Text("note") ?? old?.Note,
            Tags = input.Has("tags") ? Sorted(input.Texts("tags")) : old?.Tags ?? [],
        };
        if (Problem(customers, wanted) is { } problem) return Answer.Refused(problem);
        var saved = customers.Save(wanted);
        call.Shop.Publish(old is null ? "customers/create" : "customers/update", CustomerPayload.Of(call.Shop, saved));
        return Answer.Of(("customer", saved));
    }

    private static UserError? Problem(CustomerBook customers, EmulatedCustomer wanted)
    {
        if (wanted is { Email: null, Phone: null, FirstName: null, LastName: null })
            return new(["input"], "A name, phone number, or email address must be present", "INVALID");
        if (wanted.Phone is { } phone && !Phones.IsE164(phone)) return new(["input", "phone"], "Phone is invalid", "INVALID");
        if (wanted.Email is { } email && (email.Count(static c => c == '@') != 1 || email.StartsWith('@') || email.EndsWith('@'))) return new(["input", "email"], "Email is invalid", "INVALID");
        if (customers.ByPhone(wanted.Phone) is { } other && other.Id != wanted.Id) return new(["input", "phone"], "Phone has already been taken", "TAKEN");
        if (customers.ByEmail(wanted.Email) is { } same && same.Id != wanted.Id) return new(["input", "email"], "Email has already been taken", "TAKEN");
        return null;
    }

    private static Answer WhatsApp(GraphCall call, InputObject input)
    {
        if (Customer(call, input) is not { } customer) return Missing();
        var consent = input.Object("whatsAppMarketingConsent")!;
        consent.RefuseUnmodelled("CustomerMarketingConsentInput", "sourceLocationId");
        if (Refusal(call, customer, consent.Text("state")!, consent.Time("updatedAt")) is { } refusal) return Answer.Refused(refusal);
        var saved = call.Shop.Customers.Save(customer with { WhatsAppConsent = Consent(call, consent.Text("state")!, consent.Text("optInLevel"), consent.Time("updatedAt")) });
        call.Shop.Publish("customers_whats_app_marketing_consent/update", CustomerPayload.WhatsAppConsent(call.Shop, saved));
        return Answer.Of(("customerPhoneNumber", new CustomerFields.PhoneRow(saved)));
    }

    private static Answer Sms(GraphCall call, InputObject input)
    {
        if (Customer(call, input) is not { } customer) return Missing();
        var consent = input.Object("smsMarketingConsent")!;
        consent.RefuseUnmodelled("CustomerSmsMarketingConsentInput", "sourceLocationId");
        var state = consent.Text("marketingState")!;
        if (Refusal(call, customer, state, consent.Time("consentUpdatedAt")) is { } refusal) return Answer.Refused(refusal);
        var saved = call.Shop.Customers.Save(customer with
        {
            SmsConsent = Consent(call, state == "NOT_SUBSCRIBED" ? "NEVER_SUBSCRIBED" : state, consent.Text("marketingOptInLevel"), consent.Time("consentUpdatedAt")),
        });
        call.Shop.Publish("customers/update", CustomerPayload.Of(call.Shop, saved));
        return Answer.Of(("customer", saved));
    }

    private static EmulatedConsent Consent(GraphCall call, string state, string? level, DateTimeOffset? at) => new(state, level ?? "SINGLE_OPT_IN", at ?? call.Shop.Now());

    private static UserError? Refusal(GraphCall call, EmulatedCustomer customer, string state, DateTimeOffset? at) =>
        customer.Phone is null ? new(["input"], "A phone number is required to set the marketing consent state.", "INVALID")
        : state == "REDACTED" ? new(["input"], "Cannot specify REDACTED as a marketing state input", "INVALID")
        : at > call.Shop.Now() ? new(["input"], "Consent updated at must be in the past", "INVALID")
        : null;

    private static EmulatedCustomer? Customer(GraphCall call, InputObject input) => call.Shop.Customers.Find(Lookup.Number(input.Text("customerId"), "Customer"));

    private static Answer Missing() => Answer.Refused(new UserError(["input", "customerId"], "Customer not found", "INVALID"));

    public static IReadOnlyList<string> Sorted(IEnumerable<string> tags) => [.. tags.SelectMany(static t => t.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}
