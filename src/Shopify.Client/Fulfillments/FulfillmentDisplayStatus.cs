namespace Shopify.Client;

/// <summary>Where a parcel is, for showing it. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case; empty when not told.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentDisplayStatus"/>
public readonly record struct FulfillmentDisplayStatus(string Value)
{
    /// <summary>The carrier knows of it.</summary>
    public static FulfillmentDisplayStatus Confirmed { get; } = new("CONFIRMED");

    /// <summary>Its label is printed.</summary>
    public static FulfillmentDisplayStatus LabelPrinted { get; } = new("LABEL_PRINTED");

    /// <summary>Its label is bought.</summary>
    public static FulfillmentDisplayStatus LabelPurchased { get; } = new("LABEL_PURCHASED");

    /// <summary>Its label was cancelled.</summary>
    public static FulfillmentDisplayStatus LabelVoided { get; } = new("LABEL_VOIDED");

    /// <summary>Handed to a fulfilment service.</summary>
    public static FulfillmentDisplayStatus Submitted { get; } = new("SUBMITTED");

    /// <summary>Marked by hand as sent.</summary>
    public static FulfillmentDisplayStatus MarkedAsFulfilled { get; } = new("MARKED_AS_FULFILLED");

    /// <summary>Sent.</summary>
    public static FulfillmentDisplayStatus Fulfilled { get; } = new("FULFILLED");

    /// <summary>The carrier has it.</summary>
    public static FulfillmentDisplayStatus CarrierPickedUp { get; } = new("CARRIER_PICKED_UP");

    /// <summary>On its way.</summary>
    public static FulfillmentDisplayStatus InTransit { get; } = new("IN_TRANSIT");

    /// <summary>In the van to the buyer.</summary>
    public static FulfillmentDisplayStatus OutForDelivery { get; } = new("OUT_FOR_DELIVERY");

    /// <summary>Nobody was there.</summary>
    public static FulfillmentDisplayStatus AttemptedDelivery { get; } = new("ATTEMPTED_DELIVERY");

    /// <summary>Later than planned.</summary>
    public static FulfillmentDisplayStatus Delayed { get; } = new("DELAYED");

    /// <summary>Delivered.</summary>
    public static FulfillmentDisplayStatus Delivered { get; } = new("DELIVERED");

    /// <summary>Could not be delivered.</summary>
    public static FulfillmentDisplayStatus NotDelivered { get; } = new("NOT_DELIVERED");

    /// <summary>Sending it failed.</summary>
    public static FulfillmentDisplayStatus Failure { get; } = new("FAILURE");

    /// <summary>Can be collected.</summary>
    public static FulfillmentDisplayStatus ReadyForPickup { get; } = new("READY_FOR_PICKUP");

    /// <summary>Was collected.</summary>
    public static FulfillmentDisplayStatus PickedUp { get; } = new("PICKED_UP");

    /// <summary>Called off.</summary>
    public static FulfillmentDisplayStatus Canceled { get; } = new("CANCELED");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
