using ShopBot.Engine.Customers;

namespace ShopBot.Shopping.Orders;

/// <summary>Who asks for orders.</summary>
/// <param name="Customer">The customer; orders made in the chat carry this id.</param>
/// <param name="Phone">The phone number the platform vouches for, digits; null when it told none.</param>
public sealed record OrderBuyer(CustomerId Customer, string? Phone)
{
    /// <summary>Ids of orders known to be this customer's, such as those paid in the chat. Default none.</summary>
    public IReadOnlyList<string> KnownOrderIds { get; init; } = [];

    /// <summary>The customer's id only, because a number is personal.</summary>
    /// <returns>Such as <c>OrderBuyer { Customer = 0193… }</c>.</returns>
    public override string ToString() => $"OrderBuyer {{ Customer = {Customer} }}";
}
