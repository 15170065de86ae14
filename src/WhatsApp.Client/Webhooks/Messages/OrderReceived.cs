using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// A cart the person sent. Prices are what their app showed: price the order anew.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/sell-products-and-services/receive-responses">receiving orders</see>.
/// </summary>
public sealed record OrderReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public OrderReceived()
    {
    }

    [SetsRequiredMembers]
    internal OrderReceived(scoped in MessageParts parts, JsonTree json)
        : base(parts)
    {
        CatalogId = json.Id("catalog_id");
        Text = json.Id("text");
        Items = ValueList<OrderedProduct>.Of([.. json["product_items"].Elements.Select(OrderedProduct.Read).OfType<OrderedProduct>()]);
        UnreadableItems = json["product_items"].Elements.Count - Items.Count;
    }

    /// <summary>The catalogue; null when absent.</summary>
    public string? CatalogId { get; init; }

    /// <summary>What was written with the order; null when nothing.</summary>
    public string? Text { get; init; }

    /// <summary>What is in the cart.</summary>
    public required IReadOnlyList<OrderedProduct> Items { get; init; }

    /// <summary>How many lines of the cart name no product or no quantity and are missing from <see cref="Items"/>.</summary>
    public int UnreadableItems { get; init; }
}
