namespace Shopify.Client;

/// <summary>One order with its lines and parcels. Holds no field that names the buyer: see <see cref="OrderContact"/>.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Order"/>
public sealed record Order
{
    /// <summary>The GID, <c>gid://shopify/Order/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The number in webhooks and in the admin's addresses.</summary>
    public long LegacyResourceId { get; init; }

    /// <summary>The name people use, such as <c>#1001</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The code the buyer saw after paying; null when not told.</summary>
    public string? ConfirmationNumber { get; init; }

    /// <summary>When it was made; null when not told.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was placed, which for imported orders is before it was made; null when not told.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>When it was cancelled; null when it was not.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Why it was cancelled; null when it was not.</summary>
    public OrderCancelReason? CancelReason { get; init; }

    /// <summary>Whether it is a trial without money.</summary>
    public bool Test { get; init; }

    /// <summary>Where it came from, such as <c>web</c> or <c>shopify_draft_order</c>; null when not told.</summary>
    public string? SourceName { get; init; }

    /// <summary>The token of the cart, the part of a cart's id before its key; null when there was none.</summary>
    public string? CartToken { get; init; }

    /// <summary>The token of the checkout; null when there was none.</summary>
    public string? CheckoutToken { get; init; }

    /// <summary>The buyer's note; null when there is none. Written by the buyer, so it may be personal.</summary>
    public string? Note { get; init; }

    /// <summary>The facts that came with the cart, our own reference among them.</summary>
    public IReadOnlyList<OrderAttribute> CustomAttributes { get; init; } = [];

    /// <summary>The merchant's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether it is paid; null when not told.</summary>
    public OrderDisplayFinancialStatus? DisplayFinancialStatus { get; init; }

    /// <summary>How far it is on its way.</summary>
    public OrderDisplayFulfillmentStatus DisplayFulfillmentStatus { get; init; }

    /// <summary>Where its returns stand.</summary>
    public OrderReturnStatus ReturnStatus { get; init; }

    /// <summary>The shop's currency, ISO 4217; null when not told.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>The buyer's currency, ISO 4217; amounts without another word are in it. Null when not told.</summary>
    public string? PresentmentCurrencyCode { get; init; }

    /// <summary>The total, refunds and edits taken into account; null when not told.</summary>
    public MoneyV2? CurrentTotalPrice { get; init; }

    /// <summary>The same total in the shop's currency; null when not told.</summary>
    public MoneyV2? CurrentTotalPriceInShopCurrency { get; init; }

    /// <summary>The lines without shipping, discounts taken off; null when not told.</summary>
    public MoneyV2? CurrentSubtotalPrice { get; init; }

    /// <summary>Shipping; null when not told.</summary>
    public MoneyV2? TotalShippingPrice { get; init; }

    /// <summary>Tax; null when there is none.</summary>
    public MoneyV2? CurrentTotalTax { get; init; }

    /// <summary>What discounts took off; null when not told.</summary>
    public MoneyV2? CurrentTotalDiscounts { get; init; }

    /// <summary>The discount codes used.</summary>
    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>Up to 50 lines.</summary>
    public IReadOnlyList<OrderLine> LineItems { get; init; } = [];

    /// <summary>Whether there are lines beyond those in <see cref="LineItems"/>.</summary>
    public bool HasMoreLineItems { get; init; }

    /// <summary>Up to 20 parcels.</summary>
    public IReadOnlyList<Fulfillment> Fulfillments { get; init; } = [];

    /// <summary>Name and states only, because a note may be personal.</summary>
    /// <returns>Such as <c>Order { Name = #1001, DisplayFulfillmentStatus = FULFILLED }</c>.</returns>
    public override string ToString() => $"Order {{ Name = {Name}, DisplayFulfillmentStatus = {DisplayFulfillmentStatus} }}";
}
