namespace WhatsApp.Client.Webhooks;

/// <summary>What was decided about a number's display name. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct NameDecision(string Value)
{
    /// <summary>It may be used.</summary>
    public static NameDecision Approved => new("APPROVED");

    /// <summary>It may not be used.</summary>
    public static NameDecision Rejected => new("REJECTED");

    /// <summary>It is decided later.</summary>
    public static NameDecision Deferred => new("DEFERRED");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
