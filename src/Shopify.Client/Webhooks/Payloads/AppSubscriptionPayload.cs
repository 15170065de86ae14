using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A subscription to the app changed (<c>app_subscriptions/update</c>).</summary>
public sealed class AppSubscriptionPayload : ShopifyWebhookPayload
{
    internal AppSubscriptionPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The GID of the subscription.</summary>
    public string? AdminGraphqlApiId => Json.Member("app_subscription").Text("admin_graphql_api_id");

    /// <summary>The plan's name.</summary>
    public string? Name => Json.Member("app_subscription").Text("name");

    /// <summary>Such as <c>ACTIVE</c>, <c>CANCELLED</c>, <c>FROZEN</c>; an open set.</summary>
    public string? Status => Json.Member("app_subscription").Text("status");

    /// <summary>The GID of the shop.</summary>
    public string? AdminGraphqlApiShopId => Json.Member("app_subscription").Text("admin_graphql_api_shop_id");

    /// <summary>ISO 4217.</summary>
    public string? Currency => Json.Member("app_subscription").Text("currency");

    /// <summary>The cap of usage charges.</summary>
    public decimal? CappedAmount => Json.Member("app_subscription").Decimal("capped_amount");

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt => Json.Member("app_subscription").Time("updated_at");
}
