namespace WhatsApp.Client.Webhooks;

/// <summary>How far an outgoing message came. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct MessageStatus(string Value)
{
    /// <summary>The platform sent it on.</summary>
    public static MessageStatus Sent => new("sent");

    /// <summary>It reached a device. May be skipped when the chat is open.</summary>
    public static MessageStatus Delivered => new("delivered");

    /// <summary>It was seen. Never comes when the person switched read receipts off.</summary>
    public static MessageStatus Read => new("read");

    /// <summary>The voice message was listened to.</summary>
    public static MessageStatus Played => new("played");

    /// <summary>It will not arrive; see the errors.</summary>
    public static MessageStatus Failed => new("failed");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
