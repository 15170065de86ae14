using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>The shop (<c>app/uninstalled</c>, <c>shop/update</c>).</summary>
public sealed class ShopPayload : ShopifyWebhookPayload
{
    internal ShopPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric shop id.</summary>
    public long? Id => Json.Long("id");

    /// <summary>The name shoppers see.</summary>
    public string? Name => Json.Text("name");

    /// <summary>The primary domain, without scheme.</summary>
    public string? Domain => Json.Text("domain");

    /// <summary>The permanent domain.</summary>
    public string? MyshopifyDomain => Json.Text("myshopify_domain");

    /// <summary>The shop currency, ISO 4217.</summary>
    public string? Currency => Json.Text("currency");

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? CountryCode => Json.Text("country_code");

    /// <summary>Such as <c>de</c> or <c>pt-BR</c>.</summary>
    public string? PrimaryLocale => Json.Text("primary_locale");

    /// <summary>Such as <c>Europe/Berlin</c>.</summary>
    public string? IanaTimezone => Json.Text("iana_timezone");

    /// <summary>Such as <c>{{amount}} €</c>.</summary>
    public string? MoneyFormat => Json.Text("money_format");

    /// <summary>The plan, an open set.</summary>
    public string? PlanName => Json.Text("plan_name");

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt => Json.Time("updated_at");
}
