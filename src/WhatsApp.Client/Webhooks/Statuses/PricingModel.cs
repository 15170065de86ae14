namespace WhatsApp.Client.Webhooks;

/// <summary>How messages are billed. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct PricingModel(string Value)
{
    /// <summary>Per message delivered, since July 2025.</summary>
    public static PricingModel PerMessage => new("PMP");

    /// <summary>Per conversation of 24 hours, before that.</summary>
    public static PricingModel PerConversation => new("CBP");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
