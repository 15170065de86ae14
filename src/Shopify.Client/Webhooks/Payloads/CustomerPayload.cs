using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A customer (<c>customers/create</c>, <c>customers/update</c>).</summary>
public sealed class CustomerPayload : ShopifyWebhookPayload
{
    internal CustomerPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id.</summary>
    public long? Id => Json.Long("id");

    /// <summary>The GID of the customer, as GraphQL knows it.</summary>
    public string? AdminGraphqlApiId => Json.Text("admin_graphql_api_id");

    /// <summary>The phone number, E.164; null without approval for protected data.</summary>
    public string? Phone => Json.Text("phone");

    /// <summary>The mail address; null without approval for protected data.</summary>
    public string? Email => Json.Text("email");

    /// <summary>The first name.</summary>
    public string? FirstName => Json.Text("first_name");

    /// <summary>The last name.</summary>
    public string? LastName => Json.Text("last_name");

    /// <summary>Such as <c>enabled</c>; an open set.</summary>
    public string? State => Json.Text("state");

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt => Json.Time("updated_at");
}
