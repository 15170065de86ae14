namespace Shopify.Client;

/// <summary>What a carrier reported. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case; empty when not told.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentEventStatus"/>
public readonly record struct FulfillmentEventStatus(string Value)
{
    /// <summary>Its label is bought.</summary>
    public static FulfillmentEventStatus LabelPurchased { get; } = new("LABEL_PURCHASED");

    /// <summary>Its label is printed.</summary>
    public static FulfillmentEventStatus LabelPrinted { get; } = new("LABEL_PRINTED");

    /// <summary>The carrier knows of it.</summary>
    public static FulfillmentEventStatus Confirmed { get; } = new("CONFIRMED");

    /// <summary>The carrier has it.</summary>
    public static FulfillmentEventStatus CarrierPickedUp { get; } = new("CARRIER_PICKED_UP");

    /// <summary>On its way.</summary>
    public static FulfillmentEventStatus InTransit { get; } = new("IN_TRANSIT");

    /// <summary>In the van to the buyer.</summary>
    public static FulfillmentEventStatus OutForDelivery { get; } = new("OUT_FOR_DELIVERY");

    /// <summary>Nobody was there.</summary>
    public static FulfillmentEventStatus AttemptedDelivery { get; } = new("ATTEMPTED_DELIVERY");

    /// <summary>Later than planned.</summary>
    public static FulfillmentEventStatus Delayed { get; } = new("DELAYED");

    /// <summary>Delivered.</summary>
    public static FulfillmentEventStatus Delivered { get; } = new("DELIVERED");

    /// <summary>Can be collected.</summary>
    public static FulfillmentEventStatus ReadyForPickup { get; } = new("READY_FOR_PICKUP");

    /// <summary>Delivering failed.</summary>
    public static FulfillmentEventStatus Failure { get; } = new("FAILURE");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
