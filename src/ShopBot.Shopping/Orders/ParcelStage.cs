using System.Text.Json.Serialization;

namespace ShopBot.Shopping.Orders;

/// <summary>What a customer is told about a parcel.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParcelStage>))]
public enum ParcelStage
{
    /// <summary>It left the shop, or got its tracking number.</summary>
    Sent,

    /// <summary>It comes today.</summary>
    OutForDelivery,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>Nobody was there.</summary>
    DeliveryAttempted,

    /// <summary>It can be fetched.</summary>
    ReadyForPickup,
}
