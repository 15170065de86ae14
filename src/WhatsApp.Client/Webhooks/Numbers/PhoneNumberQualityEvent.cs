namespace WhatsApp.Client.Webhooks;

/// <summary>What happened to a number's quality or limits. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct PhoneNumberQualityEvent(string Value)
{
    /// <summary>The number is new.</summary>
    public static PhoneNumberQualityEvent Onboarding => new("ONBOARDING");

    /// <summary>It may reach more people.</summary>
    public static PhoneNumberQualityEvent Upgrade => new("UPGRADE");

    /// <summary>It may reach fewer people.</summary>
    public static PhoneNumberQualityEvent Downgrade => new("DOWNGRADE");

    /// <summary>Its quality is low: it is not upgraded until that ends.</summary>
    public static PhoneNumberQualityEvent Flagged => new("FLAGGED");

    /// <summary>Its quality is no longer low.</summary>
    public static PhoneNumberQualityEvent Unflagged => new("UNFLAGGED");

    /// <summary>It may send 1,000 messages a second.</summary>
    public static PhoneNumberQualityEvent ThroughputUpgrade => new("THROUGHPUT_UPGRADE");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
