using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Orders;

/// <summary>An order as it is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The number the customer sees, such as <c>#1001</c>.</param>
/// <param name="State">How far it is.</param>
public sealed record OrderCard(string Id, string Name, OrderState State)
{
    /// <summary>When it was placed; null when not told.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>What it costs in the customer's currency; null when not told.</summary>
    public Money? Total { get; init; }

    /// <summary>Its parcels.</summary>
    public IReadOnlyList<OrderParcel> Parcels { get; init; } = [];
}
