namespace Shopify.Client;

/// <summary>An order prepared by the shop, which the buyer pays through its invoice link.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/DraftOrder"/>
public sealed record DraftOrder
{
    /// <summary>The GID, <c>gid://shopify/DraftOrder/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The number in webhooks and in the admin's addresses.</summary>
    public long LegacyResourceId { get; init; }

    /// <summary>The name, such as <c>#D1</c>; empty when not told.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>How far it is.</summary>
    public DraftOrderStatus Status { get; init; }

    /// <summary>False while Shopify still computes a large draft; read it again until true.</summary>
    public bool Ready { get; init; }

    /// <summary>Where the buyer pays; null until <see cref="Ready"/>. Whoever has it sees the order.</summary>
    public string? InvoiceUrl { get; init; }

    /// <summary>When the invoice was sent by e-mail; null when it was not.</summary>
    public DateTimeOffset? InvoiceSentAt { get; init; }

    /// <summary>Until when stock is held; null when none is.</summary>
    public DateTimeOffset? ReserveInventoryUntil { get; init; }

    /// <summary>When it was paid; null when it was not.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The GID of the order it became; null before, or without <c>read_orders</c>.</summary>
    public string? OrderId { get; init; }

    /// <summary>The name of the order it became; null as for <see cref="OrderId"/>.</summary>
    public string? OrderName { get; init; }

    /// <summary>The buyer's currency, ISO 4217; null when not told.</summary>
    public string? PresentmentCurrencyCode { get; init; }

    /// <summary>The total in the buyer's currency; null when not told.</summary>
    public MoneyV2? TotalPrice { get; init; }

    /// <summary>The total in the shop's currency; null when not told.</summary>
    public MoneyV2? TotalPriceInShopCurrency { get; init; }

    /// <summary>Facts that the order takes over.</summary>
    public IReadOnlyList<OrderAttribute> CustomAttributes { get; init; } = [];

    /// <summary>What is not as asked.</summary>
    public IReadOnlyList<DraftOrderWarning> Warnings { get; init; } = [];

    /// <summary>A summary without the invoice address, which opens the order to whoever has it.</summary>
    /// <returns>Such as <c>DraftOrder { Name = #D1, Status = OPEN, Ready = True }</c>.</returns>
    public override string ToString() => $"DraftOrder {{ Name = {Name}, Status = {Status}, Ready = {Ready} }}";
}
