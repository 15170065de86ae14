namespace Shopify.Client;

/// <summary>A draft order to be priced, made or changed. In a change, what is null stays as it is.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/input-objects/DraftOrderInput"/>
public sealed record DraftOrderInput
{
    /// <summary>The lines, at most 499; needed for a new draft. Null (the default) leaves those of an existing one.</summary>
    public IReadOnlyList<DraftOrderLineInput>? LineItems { get; init; }

    /// <summary>The GID of the customer; null (the default) for none.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The e-mail address the invoice can be sent to; null (the default) for none. Personal data.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number, E.164; null (the default) for none. Personal data.</summary>
    public string? Phone { get; init; }

    /// <summary>Where it shall be sent, which gives shipping and tax; null (the default) when the buyer says so at checkout.</summary>
    public DraftOrderAddress? ShippingAddress { get; init; }

    /// <summary>A note, at most 5 000 characters; null (the default) for none.</summary>
    public string? Note { get; init; }

    /// <summary>Tags, which the order takes over; null (the default) for none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Facts that the order takes over; null (the default) for none. Never a phone number or a name.</summary>
    public IReadOnlyList<OrderAttribute>? CustomAttributes { get; init; }

    /// <summary>Discount codes; null (the default) for none.</summary>
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    /// <summary>Whether discounts without a code apply; null (the default) is Shopify's own, false.</summary>
    public bool? AcceptAutomaticDiscounts { get; init; }

    /// <summary>Whether the buyer may enter codes at checkout; null (the default) is Shopify's own, false.</summary>
    public bool? AllowDiscountCodesInCheckout { get; init; }

    /// <summary>The buyer's currency, ISO 4217; null (the default) for the shop's.</summary>
    public string? PresentmentCurrencyCode { get; init; }

    /// <summary>Until when stock is held, in the future; null (the default) holds none.</summary>
    public DateTimeOffset? ReserveInventoryUntil { get; init; }

    /// <summary>The number of lines only, because the rest may be personal.</summary>
    /// <returns>Such as <c>DraftOrderInput { LineItems = 2 }</c>.</returns>
    public override string ToString() => $"DraftOrderInput {{ LineItems = {LineItems?.Count ?? 0} }}";
}
