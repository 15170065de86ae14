namespace WhatsApp.Client.Webhooks;

/// <summary>What a customer chose. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct PreferenceValue(string Value)
{
    /// <summary>No more of it. Takes effect at once.</summary>
    public static PreferenceValue Stop => new("stop");

    /// <summary>Again, please.</summary>
    public static PreferenceValue Resume => new("resume");

    /// <summary>Yes, please, for the first time.</summary>
    public static PreferenceValue Signup => new("signup");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
