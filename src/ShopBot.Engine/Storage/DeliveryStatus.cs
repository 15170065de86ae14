namespace ShopBot.Engine.Storage;

/// <summary>
/// How far an outgoing message got. A total order: whatever the order in which statuses arrive, the greatest stays. So a failure replaces
/// "sent", and proof of delivery replaces a failure.
/// </summary>
public enum DeliveryStatus
{
    /// <summary>Nothing heard yet.</summary>
    None = 0,

    /// <summary>The platform took it.</summary>
    Sent = 1,

    /// <summary>It will not arrive; unless it is heard of again.</summary>
    Failed = 2,

    /// <summary>It is on the person's phone.</summary>
    Delivered = 3,

    /// <summary>The person opened the chat.</summary>
    Read = 4,

    /// <summary>The person played the voice message.</summary>
    Played = 5,
}
