namespace Shopify.Client;

/// <summary>How far an order is on its way. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case; empty when not told.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderDisplayFulfillmentStatus"/>
public readonly record struct OrderDisplayFulfillmentStatus(string Value)
{
    /// <summary>Nothing was sent yet.</summary>
    public static OrderDisplayFulfillmentStatus Unfulfilled { get; } = new("UNFULFILLED");

    /// <summary>A part was sent.</summary>
    public static OrderDisplayFulfillmentStatus PartiallyFulfilled { get; } = new("PARTIALLY_FULFILLED");

    /// <summary>Everything was sent.</summary>
    public static OrderDisplayFulfillmentStatus Fulfilled { get; } = new("FULFILLED");

    /// <summary>Being packed.</summary>
    public static OrderDisplayFulfillmentStatus InProgress { get; } = new("IN_PROGRESS");

    /// <summary>Held back by the merchant.</summary>
    public static OrderDisplayFulfillmentStatus OnHold { get; } = new("ON_HOLD");

    /// <summary>To be sent at a later date.</summary>
    public static OrderDisplayFulfillmentStatus Scheduled { get; } = new("SCHEDULED");

    /// <summary>A fulfilment service was asked and has not answered.</summary>
    public static OrderDisplayFulfillmentStatus PendingFulfillment { get; } = new("PENDING_FULFILLMENT");

    /// <summary>Some of it is ready to be sent.</summary>
    public static OrderDisplayFulfillmentStatus Open { get; } = new("OPEN");

    /// <summary>Taken back into stock.</summary>
    public static OrderDisplayFulfillmentStatus Restocked { get; } = new("RESTOCKED");

    /// <summary>A fulfilment service refused.</summary>
    public static OrderDisplayFulfillmentStatus RequestDeclined { get; } = new("REQUEST_DECLINED");

    /// <summary>Nothing has to be sent.</summary>
    public static OrderDisplayFulfillmentStatus FulfillmentNotRequired { get; } = new("FULFILLMENT_NOT_REQUIRED");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
