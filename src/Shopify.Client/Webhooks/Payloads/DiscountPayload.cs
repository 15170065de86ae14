using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A discount (<c>discounts/create</c>, <c>/update</c>, <c>/delete</c>).</summary>
public sealed class DiscountPayload : ShopifyWebhookPayload
{
    internal DiscountPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The GID of the discount, as GraphQL knows it.</summary>
    public string? AdminGraphqlApiId => Json.Text("admin_graphql_api_id");

    /// <summary>Its title.</summary>
    public string? Title => Json.Text("title");

    /// <summary>Such as <c>ACTIVE</c>, <c>EXPIRED</c>, <c>SCHEDULED</c>; an open set.</summary>
    public string? Status => Json.Text("status");

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt => Json.Time("updated_at");
}
