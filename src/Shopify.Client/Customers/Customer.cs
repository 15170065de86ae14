namespace Shopify.Client;

/// <summary>A customer of a shop. Personal data.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Customer"/>
public sealed record Customer
{
    /// <summary>The GID, <c>gid://shopify/Customer/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show, an address or number when there is no name; null when refused.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The first name; null when there is none or refused.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name; null when there is none or refused.</summary>
    public string? LastName { get; init; }

    /// <summary>The language as a locale such as <c>de</c> or <c>pt-BR</c>; null when not told.</summary>
    public string? Locale { get; init; }

    /// <summary>Whether there is an account, such as <c>ENABLED</c>, <c>DISABLED</c> or <c>INVITED</c>; an open set; empty when not told.</summary>
    public string State { get; init; } = string.Empty;

    /// <summary>The merchant's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How many orders were placed.</summary>
    public long NumberOfOrders { get; init; }

    /// <summary>What was spent in all; null when not told.</summary>
    public MoneyV2? AmountSpent { get; init; }

    /// <summary>The e-mail address; null when there is none or refused.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number, E.164; null when there is none or refused.</summary>
    public string? Phone { get; init; }

    /// <summary>The GID of the newest order; null when there is none.</summary>
    public string? LastOrderId { get; init; }

    /// <summary>The name of the newest order, such as <c>#1001</c>; null when there is none.</summary>
    public string? LastOrderName { get; init; }

    /// <summary>When the newest order was placed; null when there is none.</summary>
    public DateTimeOffset? LastOrderProcessedAt { get; init; }

    /// <summary>The id only, because the rest is personal.</summary>
    /// <returns>Such as <c>Customer { Id = gid://shopify/Customer/1 }</c>.</returns>
    public override string ToString() => $"Customer {{ Id = {Id} }}";
}
