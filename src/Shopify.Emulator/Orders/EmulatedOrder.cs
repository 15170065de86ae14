using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Orders;

/// <summary>An order as it is at one moment.</summary>
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

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Token part of the cart's id; null for orders that no cart began.</summary>
    public required string? CartToken { get; init; }

    /// <summary>Token of the checkout.</summary>
    public required string CheckoutToken { get; init; }

    /// <summary>Where the order came from: the id of the app's channel, <c>web</c> for permalinks, <c>shopify_draft_order</c> for invoices.</summary>
    public required string SourceName { get; init; }

    /// <summary>Who bought it and where it goes.</summary>
    public required OrderContact Contact { get; init; }

    /// <summary>Numeric id of the customer; null when the shop has forgotten the customer.</summary>
    public long? CustomerId { get; init; }

    /// <summary>Cart attributes, which webhooks call <c>note_attributes</c>.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; }

    /// <summary>Note of the cart; null when there was none.</summary>
    public string? Note { get; init; }

    /// <summary>Tags in alphabetical order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What was bought.</summary>
    public required IReadOnlyList<EmulatedOrderLine> Lines { get; init; }

    /// <summary>Discount codes that were used.</summary>
    public IReadOnlyList<EmulatedOrderDiscount> Discounts { get; init; } = [];

    /// <summary>ISO 4217 code of the shop's currency, in which the amounts of this record are.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>ISO 4217 code of the currency that the buyer paid in.</summary>
    public required string PresentmentCurrencyCode { get; init; }

    /// <summary>Shipping price, after a free-shipping code.</summary>
    public decimal Shipping => ShippingBag.Shop;

    /// <summary>The shop's name of the way it is paid, such as <c>Cash on Delivery (COD)</c>; null for the emulator's test card, or <c>manual</c> while it is not paid.</summary>
    public string? PaymentGateway { get; init; }

    /// <summary>Financial status as in <c>OrderDisplayFinancialStatus</c>: <c>PENDING</c>, <c>PAID</c>, <c>REFUNDED</c> or <c>VOIDED</c>.</summary>
    public string FinancialStatus { get; init; } = "PAID";

    /// <summary>Parcels, oldest first.</summary>
    public IReadOnlyList<EmulatedFulfillment> Fulfillments { get; init; } = [];

    /// <summary>When it was cancelled; null when it was not.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Why it was cancelled, as in <c>OrderCancelReason</c>; null when it was not.</summary>
    public string? CancelReason { get; init; }

    /// <summary>Goods total after discounts, tax included.</summary>
    public decimal Subtotal => SubtotalBag.Shop;

    /// <summary>What is to be paid.</summary>
    public decimal Total => TotalBag.Shop;

    /// <summary>As in <c>OrderDisplayFulfillmentStatus</c>: <c>UNFULFILLED</c>, <c>PARTIALLY_FULFILLED</c> or <c>FULFILLED</c>.</summary>
    public string FulfillmentStatus => Lines.All(l => Unfulfilled(l) == 0) ? "FULFILLED" : LiveFulfillments.Any() ? "PARTIALLY_FULFILLED" : "UNFULFILLED";

    internal MoneyBag ShippingBag { get; init; }

    internal MoneyBag TaxBag { get; init; }

    internal MoneyBag GoodsBag => Lines.Sum(static l => l.PriceBag * l.Quantity);

    internal MoneyBag DiscountsBag => Lines.Sum(static l => l.DiscountBag);

    internal MoneyBag SubtotalBag => GoodsBag - DiscountsBag;

    internal MoneyBag TotalBag => SubtotalBag + ShippingBag;

    internal IEnumerable<EmulatedFulfillment> LiveFulfillments => Fulfillments.Where(static f => f.Status == "SUCCESS");

    internal int Unfulfilled(EmulatedOrderLine line) =>
        line.Quantity - LiveFulfillments.SelectMany(static f => f.Lines).Where(l => l.Key == line.Id).Sum(static l => l.Value);
}
