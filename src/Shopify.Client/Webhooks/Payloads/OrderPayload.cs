using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>An order (<c>orders/create</c>, <c>/paid</c>, <c>/updated</c>, <c>/cancelled</c>, <c>/fulfilled</c>, <c>/partially_fulfilled</c>). One purchase fires several of these, in any order.</summary>
public sealed class OrderPayload : ShopifyWebhookPayload
{
    internal OrderPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id.</summary>
    public long? Id => Json.Long("id");

    /// <summary>The GID of the order, as GraphQL knows it.</summary>
    public string? AdminGraphqlApiId => Json.Text("admin_graphql_api_id");

    /// <summary>What people call it, such as <c>#1001</c>.</summary>
    public string? Name => Json.Text("name");

    /// <summary>The number in the name.</summary>
    public long? OrderNumber => Json.Long("order_number");

    /// <summary>When it was placed.</summary>
    public DateTimeOffset? CreatedAt => Json.Time("created_at");

    /// <summary>When it was cancelled; null when it was not.</summary>
    public DateTimeOffset? CancelledAt => Json.Time("cancelled_at");

    /// <summary>When it was processed.</summary>
    public DateTimeOffset? ProcessedAt => Json.Time("processed_at");

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt => Json.Time("updated_at");

    /// <summary>The shop currency, ISO 4217.</summary>
    public string? Currency => Json.Text("currency");

    /// <summary>The currency the customer paid in.</summary>
    public string? PresentmentCurrency => Json.Text("presentment_currency");

    /// <summary>The total when it was placed, in <see cref="Currency"/>.</summary>
    public decimal? TotalPrice => Json.Decimal("total_price");

    /// <summary>The total after edits and refunds, in <see cref="Currency"/>.</summary>
    public decimal? CurrentTotalPrice => Json.Decimal("current_total_price");

    /// <summary>Such as <c>paid</c> or <c>pending</c>; an open set.</summary>
    public string? FinancialStatus => Json.Text("financial_status");

    /// <summary>Such as <c>fulfilled</c> or <c>partial</c>; null before the first parcel.</summary>
    public string? FulfillmentStatus => Json.Text("fulfillment_status");

    /// <summary>The token of the cart it came from.</summary>
    public string? CartToken => Json.Text("cart_token");

    /// <summary>The token of its checkout.</summary>
    public string? CheckoutToken => Json.Text("checkout_token");

    /// <summary>Where it was placed, such as <c>web</c>.</summary>
    public string? SourceName => Json.Text("source_name");

    /// <summary>The page that shows its progress. A secret: whoever has it sees the order.</summary>
    public string? OrderStatusUrl => Json.Text("order_status_url");

    /// <summary>The customer's phone number; null without approval for protected data.</summary>
    public string? Phone => Json.Text("phone");

    /// <summary>The customer's address; null without approval for protected data.</summary>
    public string? Email => Json.Text("email");

    /// <summary>What the customer noted.</summary>
    public string? Note => Json.Text("note");

    /// <summary>The attributes of the cart, such as the chat reference.</summary>
    public IReadOnlyList<PayloadAttribute> NoteAttributes => field ??= Json.Items("note_attributes", static item => new PayloadAttribute(item));

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags => field ??= Json.Tags("tags");

    /// <summary>By what it is or was paid, such as <c>Cash on Delivery (COD)</c>.</summary>
    public IReadOnlyList<string> PaymentGatewayNames => field ??= Json.Texts("payment_gateway_names");

    /// <summary>Who bought it.</summary>
    public PayloadCustomer? Customer => field ??= Json.View("customer", static item => new PayloadCustomer(item));

    /// <summary>What was bought.</summary>
    public IReadOnlyList<OrderPayloadLine> LineItems => field ??= Json.Items("line_items", static item => new OrderPayloadLine(item));

    /// <summary>The parcels so far.</summary>
    public IReadOnlyList<FulfillmentPayloadItem> Fulfillments => field ??= Json.Items("fulfillments", static item => new FulfillmentPayloadItem(item));
}
