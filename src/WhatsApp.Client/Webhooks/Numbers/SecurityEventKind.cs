namespace WhatsApp.Client.Webhooks;

/// <summary>What happened to the PIN of two-step verification. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct SecurityEventKind(string Value)
{
    /// <summary>Somebody changed it.</summary>
    public static SecurityEventKind PinChanged => new("PIN_CHANGED");

    /// <summary>Somebody asked to switch it off.</summary>
    public static SecurityEventKind PinResetRequest => new("PIN_RESET_REQUEST");

    /// <summary>It is off.</summary>
    public static SecurityEventKind PinResetSuccess => new("PIN_RESET_SUCCESS");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
