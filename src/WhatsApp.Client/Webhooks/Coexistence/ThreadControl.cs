namespace WhatsApp.Client.Webhooks;

/// <summary>Who answers a conversation from now on. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct ThreadControl(string Value)
{
    /// <summary>It was handed to this app, or by it to another.</summary>
    public static ThreadControl Passed => new("control_passed");

    /// <summary>Another app took it.</summary>
    public static ThreadControl Taken => new("control_taken");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
