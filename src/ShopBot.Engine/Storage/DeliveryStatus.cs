namespace ShopBot.Engine.Storage;

/// <summary>
/// How far an outgoing message got. A later value replaces an earlier one, in whatever order they arrive;
/// <see cref="Failed"/> replaces only <see cref="None"/> and <see cref="Sent"/>, and proof of delivery replaces it
/// (<see cref="StorageRules.Replaces"/>).
/// </summary>
public enum DeliveryStatus
{
    /// <summary>Nothing heard yet.</summary>
    None = 0,

    /// <summary>The platform took it.</summary>
    Sent = 1,

    /// <summary>It is on the person's phone.</summary>
    Delivered = 2,

    /// <summary>The person opened the chat.</summary>
    Read = 3,

    /// <summary>The person played the voice message.</summary>
    Played = 4,

    /// <summary>It will not arrive.</summary>
    Failed = 9,
}
