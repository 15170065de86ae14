namespace Shopify.Emulator.Orders;

/// <summary>A paid order.</summary>
public sealed record EmulatedOrder
{
    /// <summary>Numeric id.</summary>
    public required long Id { get; init; }

    /// <summary>Running number, from 1001.</summary>
    public required int Number { get; init; }

    /// <summary>Number as people read it: <c>#1001</c>.</summary>
    public string Name => $"#{Number}";

    /// <summary>Random code that the buyer may quote.</summary>
    public required string ConfirmationNumber { get; init; }

    /// <summary>When it was paid.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Token part of the cart's id.</summary>
    public required string CartToken { get; init; }

    /// <summary>Token of the checkout.</summary>
    public required string CheckoutToken { get; init; }

    /// <summary>Where the order came from: the id of the app's channel, or <c>web</c> for permalinks.</summary>
    public required string SourceName { get; init; }

    /// <summary>Who bought it and where it goes.</summary>
    public required OrderContact Contact { get; init; }

    /// <summary>Cart attributes, which webhooks call <c>note_attributes</c>.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; }

    /// <summary>Note of the cart; null when there was none.</summary>
    public string? Note { get; init; }

    /// <summary>What was bought.</summary>
    public required IReadOnlyList<EmulatedOrderLine> Lines { get; init; }

    /// <summary>ISO 4217 code of every amount of the order.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>Shipping price.</summary>
    public required decimal Shipping { get; init; }

    /// <summary>Goods total, tax included.</summary>
    public decimal Subtotal => Lines.Sum(static l => l.Price * l.Quantity);

    /// <summary>What was paid.</summary>
    public decimal Total => Subtotal + Shipping;
}
