namespace WhatsApp.Client;

/// <summary>How a message of <see cref="DirectSend"/> is billed and ruled. An open value: the members below are those known today.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct DirectSendCategory(string Value)
{
    /// <summary>About something the person ordered or asked for.</summary>
    public static DirectSendCategory Utility { get; } = new("utility");

    /// <summary>A one-time code.</summary>
    public static DirectSendCategory Authentication { get; } = new("authentication");

    /// <summary>An answer inside the customer service window.</summary>
    public static DirectSendCategory Service { get; } = new("service");

    /// <summary>The platform's word.</summary>
    public override string ToString() => Value ?? "";
}
