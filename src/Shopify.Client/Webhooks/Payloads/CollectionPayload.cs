using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A collection (<c>collections/create</c>, <c>collections/update</c>).</summary>
public sealed class CollectionPayload : ShopifyWebhookPayload
{
    internal CollectionPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id.</summary>
    public long? Id => Json.Long("id");

    /// <summary>The GID of the collection, as GraphQL knows it.</summary>
    public string? AdminGraphqlApiId => Json.Text("admin_graphql_api_id");

    /// <summary>The handle in web addresses.</summary>
    public string? Handle => Json.Text("handle");

    /// <summary>The title.</summary>
    public string? Title => Json.Text("title");

    /// <summary>The description, HTML.</summary>
    public string? BodyHtml => Json.Text("body_html");

    /// <summary>How its products are sorted; an open set.</summary>
    public string? SortOrder => Json.Text("sort_order");

    /// <summary>When it was published; null when it is not.</summary>
    public DateTimeOffset? PublishedAt => Json.Time("published_at");

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt => Json.Time("updated_at");
}
