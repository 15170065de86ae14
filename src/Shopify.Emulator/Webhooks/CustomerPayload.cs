using System.Text.Json.Nodes;
using Shopify.Emulator.Customers;
using Shopify.Emulator.Graph;

namespace Shopify.Emulator.Webhooks;

/// <summary>Bodies of <c>customers/*</c> and of marketing consent.</summary>
internal static class CustomerPayload
{
    public static JsonObject Of(EmulatedShop shop, EmulatedCustomer customer) => new()
    {
        ["id"] = customer.Id,
        ["admin_graphql_api_id"] = Gid.Of("Customer", customer.Id),
        ["created_at"] = RestShape.Time(shop, customer.CreatedAt),
        ["updated_at"] = RestShape.Time(shop, customer.UpdatedAt),
        ["first_name"] = customer.FirstName,
        ["last_name"] = customer.LastName,
        ["email"] = customer.Email,
        ["phone"] = customer.Phone,
        ["state"] = "disabled",
        ["note"] = customer.Note,
        ["tags"] = string.Join(", ", customer.Tags),
        ["currency"] = shop.Catalog.CurrencyCode,
        ["sms_marketing_consent"] = customer.Phone is null ? null : Consent(shop, customer.SmsConsent),
    };

    /// <summary>Body of <c>customers_whats_app_marketing_consent/update</c>.</summary>
    public static JsonObject WhatsAppConsent(EmulatedShop shop, EmulatedCustomer customer) => new()
    {
        ["id"] = customer.Id,
        ["admin_graphql_api_id"] = Gid.Of("Customer", customer.Id),
        ["phone"] = customer.Phone,
        ["whats_app_marketing_consent"] = Consent(shop, customer.WhatsAppConsent),
    };

    private static JsonObject Consent(EmulatedShop shop, EmulatedConsent consent) => new()
    {
        ["state"] = (consent.State == "NEVER_SUBSCRIBED" ? "NOT_SUBSCRIBED" : consent.State).ToLowerInvariant(),
        ["opt_in_level"] = consent.OptInLevel?.ToLowerInvariant(),
        ["consent_updated_at"] = RestShape.Time(shop, consent.UpdatedAt),
        ["consent_collected_from"] = consent.UpdatedAt is null ? null : "OTHER",
    };
}
