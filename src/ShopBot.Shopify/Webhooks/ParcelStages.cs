using ShopBot.Shopping.Orders;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>Which of a parcel's many updates are worth a message.</summary>
internal static class ParcelStages
{
    /// <returns>Null for what a customer need not be told.</returns>
    public static ParcelStage? Of(FulfillmentPayload parcel) => (parcel.Status, parcel.ShipmentStatus) switch
    {
        ("cancelled" or "error" or "failure", _) => null,
        (_, "out_for_delivery") => ParcelStage.OutForDelivery,
        (_, "delivered") => ParcelStage.Delivered,
        (_, "attempted_delivery") => ParcelStage.DeliveryAttempted,
        (_, "ready_for_pickup") => ParcelStage.ReadyForPickup,
        (_, "failure") => null,
        // Later steps of the same parcel come under the same key as its sending and are taken once.
        ("success", _) => ParcelStage.Sent,
        _ => null,
    };
}
