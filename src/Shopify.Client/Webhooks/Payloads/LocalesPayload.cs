using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>The shop's languages changed (<c>locales/create</c>, <c>locales/update</c>).</summary>
public sealed class LocalesPayload : ShopifyWebhookPayload
{
    internal LocalesPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The locales, such as <c>de</c>.</summary>
    public IReadOnlyList<string> Locales => field ??= Json.Texts("locales");

    /// <summary>The first one.</summary>
    public string? PrimaryLocale => Json.Text("primary_locale");
}
