using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>The granted scopes changed (<c>app/scopes_update</c>).</summary>
public sealed class ScopesUpdatedPayload : ShopifyWebhookPayload
{
    internal ScopesUpdatedPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>What was granted before.</summary>
    public IReadOnlyList<string> Previous => field ??= Json.Texts("previous");

    /// <summary>What is granted now.</summary>
    public IReadOnlyList<string> Current => field ??= Json.Texts("current");

    /// <summary>When it changed.</summary>
    public DateTimeOffset? UpdatedAt => Json.Time("updated_at");
}
