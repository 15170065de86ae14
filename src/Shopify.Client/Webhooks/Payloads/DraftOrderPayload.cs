using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A draft order (<c>draft_orders/create</c>, <c>draft_orders/update</c>).</summary>
public sealed class DraftOrderPayload : ShopifyWebhookPayload
{
    internal DraftOrderPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id.</summary>
    public long? Id => Json.Long("id");

    /// <summary>The GID of the draft order, as GraphQL knows it.</summary>
    public string? AdminGraphqlApiId => Json.Text("admin_graphql_api_id");

    /// <summary>Such as <c>#D7</c>.</summary>
    public string? Name => Json.Text("name");

    /// <summary><c>open</c>, <c>invoice_sent</c>, <c>completed</c>; an open set.</summary>
    public string? Status => Json.Text("status");

    /// <summary>The numeric id of the order it became; null while it is open.</summary>
    public long? OrderId => Json.Long("order_id");

    /// <summary>Where the customer pays. A secret: whoever has it sees the draft.</summary>
    public string? InvoiceUrl => Json.Text("invoice_url");

    /// <summary>The total.</summary>
    public decimal? TotalPrice => Json.Decimal("total_price");

    /// <summary>ISO 4217.</summary>
    public string? Currency => Json.Text("currency");

    /// <summary>The attributes, such as the chat reference.</summary>
    public IReadOnlyList<PayloadAttribute> NoteAttributes => field ??= Json.Items("note_attributes", static item => new PayloadAttribute(item));

    /// <summary>When it became an order.</summary>
    public DateTimeOffset? CompletedAt => Json.Time("completed_at");

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt => Json.Time("updated_at");
}
