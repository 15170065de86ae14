namespace Shopify.Client;

/// <summary>
/// Who an order belongs to and where its buyer follows it. Protected customer data of level 2: a field the app was not approved for is null.
/// </summary>
/// <seealso href="https://shopify.dev/docs/apps/launch/protected-customer-data"/>
public sealed record OrderContact
{
    /// <summary>The GID of the order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The page on which the buyer follows the order; null when refused. Whoever has it sees the order.</summary>
    public string? StatusPageUrl { get; init; }

    /// <summary>The phone number given with the order, E.164; null when there is none or refused.</summary>
    public string? Phone { get; init; }

    /// <summary>The e-mail address given with the order; null when there is none or refused.</summary>
    public string? Email { get; init; }

    /// <summary>The GID of the customer; null for a guest or when refused.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The customer's name; null as for <see cref="CustomerId"/>.</summary>
    public string? CustomerDisplayName { get; init; }

    /// <summary>The customer's own phone number, E.164; null when there is none or refused.</summary>
    public string? CustomerPhone { get; init; }

    /// <summary>Where it is sent; null when nothing is sent or when refused.</summary>
    public OrderShippingAddress? ShippingAddress { get; init; }

    /// <summary>The order's id only, because the rest is personal.</summary>
    /// <returns>Such as <c>OrderContact { OrderId = gid://shopify/Order/1 }</c>.</returns>
    public override string ToString() => $"OrderContact {{ OrderId = {OrderId} }}";
}
