using System.Globalization;
using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>The items of an order and how its total comes about: subtotal, plus tax and shipping, minus discount.</summary>
/// <param name="Items">At least one.</param>
/// <param name="Subtotal">The items together.</param>
/// <param name="Tax">The tax.</param>
public sealed record PaymentOrder(IReadOnlyList<OrderItem> Items, PaymentAmount Subtotal, OrderCharge Tax)
{
    /// <summary>What shipping costs; null for none.</summary>
    public OrderCharge? Shipping { get; init; }

    /// <summary>What is taken off; null for none.</summary>
    public OrderCharge? Discount { get; init; }

    /// <summary>The catalogue the items are of; null for none.</summary>
    public string? CatalogId { get; init; }

    /// <summary>Until when it can be paid; null for no end. Sent in whole seconds.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What the customer reads about the end; only beside <see cref="ExpiresAt"/>.</summary>
    public string? ExpirationDescription { get; init; }

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(PaymentOrder);

    internal void Check(MessageChecks checks, MessagePath path)
    {
        var items = Items ?? [];
        checks.Count($"{path}.items", items.Count, 1, int.MaxValue);
        for (var i = 0; i < items.Count; i++)
            OrderItem.Check(checks, $"{path}.items[{i}]", items[i]);
        Subtotal.Check(checks, $"{path}.subtotal");
        OrderCharge.Check(checks, $"{path}.tax", Tax, required: true);
        OrderCharge.Check(checks, $"{path}.shipping", Shipping, required: false);
        OrderCharge.Check(checks, $"{path}.discount", Discount, required: false);
        checks.Optional($"{path}.catalog_id", CatalogId, int.MaxValue);
        checks.Optional($"{path}.expiration.description", ExpirationDescription, int.MaxValue);
        if (ExpirationDescription is not null && ExpiresAt is null)
            checks.Add($"{path}.expiration.timestamp", MessageFaultKind.Missing);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("order"u8);
        writer.WriteString("status"u8, "pending"u8);
        writer.WriteOptionalText("catalog_id"u8, CatalogId);
        if (ExpiresAt is { } end)
            WriteExpiration(writer, end);
        writer.WriteList("items"u8, Items, static (writer, item) => item.Write(writer));
        Subtotal.Write(writer, "subtotal"u8);
        Tax.Write(writer, "tax"u8);
        Shipping?.Write(writer, "shipping"u8);
        Discount?.Write(writer, "discount"u8);
        writer.WriteEndObject();
    }

    private void WriteExpiration(Utf8JsonWriter writer, DateTimeOffset end)
    {
        writer.WriteStartObject("expiration"u8);
        writer.WriteString("timestamp"u8, end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        writer.WriteOptionalText("description"u8, ExpirationDescription);
        writer.WriteEndObject();
    }
}
