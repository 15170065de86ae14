using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A bulk operation ended (<c>bulk_operations/finish</c>); read it by GraphQL for its file.</summary>
public sealed class BulkOperationPayload : ShopifyWebhookPayload
{
    internal BulkOperationPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The GID of the operation, as GraphQL knows it.</summary>
    public string? AdminGraphqlApiId => Json.Text("admin_graphql_api_id");

    /// <summary>Such as <c>completed</c>, <c>failed</c>, <c>canceled</c>; an open set.</summary>
    public string? Status => Json.Text("status");

    /// <summary><c>query</c> or <c>mutation</c>.</summary>
    public string? Type => Json.Text("type");

    /// <summary>Why it failed; null when it did not.</summary>
    public string? ErrorCode => Json.Text("error_code");

    /// <summary>When it was started.</summary>
    public DateTimeOffset? CreatedAt => Json.Time("created_at");

    /// <summary>When it ended.</summary>
    public DateTimeOffset? CompletedAt => Json.Time("completed_at");
}
