namespace Shopify.Client;

/// <summary>An order as it stands in a list.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Order"/>
public sealed record OrderSummary
{
    /// <summary>The GID, <c>gid://shopify/Order/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name people use, such as <c>#1001</c>.</summary>
    public required string Name { get; init; }

    /// <summary>When it was placed; null when not told.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>When it was cancelled; null when it was not.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Whether it is paid; null when not told.</summary>
    public OrderDisplayFinancialStatus? DisplayFinancialStatus { get; init; }

    /// <summary>How far it is on its way.</summary>
    public OrderDisplayFulfillmentStatus DisplayFulfillmentStatus { get; init; }

    /// <summary>The total in the buyer's currency, refunds and edits taken into account; null when not told.</summary>
    public MoneyV2? CurrentTotalPrice { get; init; }

    /// <summary>The facts that came with the cart, our own reference among them.</summary>
    public IReadOnlyList<OrderAttribute> CustomAttributes { get; init; } = [];

    /// <summary>Up to five parcels, each with its state and where to follow it.</summary>
    public IReadOnlyList<FulfillmentSummary> Fulfillments { get; init; } = [];
}
