using Shopify.Emulator.Orders;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Sales;

namespace Shopify.Emulator.DraftOrders;

/// <summary>A draft order: a quote of the merchant or the app, which becomes an order when its invoice is paid.</summary>
internal sealed record Draft(long Id, int Number, string InvoiceToken, DateTimeOffset CreatedAt, DraftTerms Terms, Sale Sale)
{
    public string Name => $"#D{Number}";

    public string Status { get; init; } = "OPEN";

    public DateTimeOffset UpdatedAt { get; init; } = CreatedAt;

    public DateTimeOffset? InvoiceSentAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public long? OrderId { get; init; }

    public PriceList Prices => Sale.Prices;
}

/// <summary>What a draft is made from, as the app wrote it.</summary>
internal sealed record DraftTerms
{
    public long? CustomerId { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<Carts.CartAttribute> Attributes { get; init; } = [];

    public IReadOnlyList<DraftLine> Lines { get; init; } = [];

    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    public bool AcceptAutomaticDiscounts { get; init; }

    public bool AllowDiscountCodesInCheckout { get; init; }

    public string? PresentmentCurrencyCode { get; init; }

    public DateTimeOffset? ReserveInventoryUntil { get; init; }

    public OrderContact? ShippingAddress { get; init; }

    public DraftReduction? Reduction { get; init; }

    public DraftShipping? Shipping { get; init; }
}

/// <summary>A line of a draft. Without a variant it is the merchant's own, with title and price.</summary>
internal sealed record DraftLine(
    string Uuid, long? VariantId, string? Title, int Quantity, MoneyBag? Price, bool IsOverride, DraftReduction? Reduction, IReadOnlyList<Carts.CartAttribute> Attributes)
{
    public string? Sku { get; init; }

    public bool RequiresShipping { get; init; } = true;
}

/// <summary>A discount written into a draft by hand.</summary>
internal sealed record DraftReduction(bool IsPercentage, decimal Value, string? Title, string Description);

/// <summary>The shipping of a draft.</summary>
internal sealed record DraftShipping(string Title, MoneyBag Price, string? Handle);
