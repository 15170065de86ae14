using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A checkout somebody began (<c>checkouts/create</c>, <c>checkouts/update</c>).</summary>
public sealed class CheckoutPayload : ShopifyWebhookPayload
{
    internal CheckoutPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id.</summary>
    public long? Id => Json.Long("id");

    /// <summary>The token of the checkout.</summary>
    public string? Token => Json.Text("token");

    /// <summary>The token of its cart.</summary>
    public string? CartToken => Json.Text("cart_token");

    /// <summary>Where it can be taken up again. A secret: whoever has it sees the checkout.</summary>
    public string? AbandonedCheckoutUrl => Json.Text("abandoned_checkout_url");

    /// <summary>ISO 4217.</summary>
    public string? Currency => Json.Text("currency");

    /// <summary>The total.</summary>
    public decimal? TotalPrice => Json.Decimal("total_price");

    /// <summary>The phone number entered.</summary>
    public string? Phone => Json.Text("phone");

    /// <summary>The attributes of the cart, such as the chat reference.</summary>
    public IReadOnlyList<PayloadAttribute> NoteAttributes => field ??= Json.Items("note_attributes", static item => new PayloadAttribute(item));

    /// <summary>Who began it.</summary>
    public PayloadCustomer? Customer => field ??= Json.View("customer", static item => new PayloadCustomer(item));

    /// <summary>When it was begun.</summary>
    public DateTimeOffset? CreatedAt => Json.Time("created_at");

    /// <summary>When it became an order; null when it did not.</summary>
    public DateTimeOffset? CompletedAt => Json.Time("completed_at");
}
