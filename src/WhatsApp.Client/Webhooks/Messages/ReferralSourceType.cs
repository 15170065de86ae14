namespace WhatsApp.Client.Webhooks;

/// <summary>What a person came from. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct ReferralSourceType(string Value)
{
    /// <summary>An advertisement that leads to WhatsApp.</summary>
    public static ReferralSourceType Ad => new("ad");

    /// <summary>A post with a button that leads to WhatsApp.</summary>
    public static ReferralSourceType Post => new("post");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
