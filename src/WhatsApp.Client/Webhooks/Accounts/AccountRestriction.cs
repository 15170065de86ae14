namespace WhatsApp.Client.Webhooks;

/// <summary>Something an account may not do for a while.</summary>
public sealed record AccountRestriction
{
    /// <summary>What, such as <c>RESTRICTED_BIZ_INITIATED_MESSAGING</c>. Empty when absent.</summary>
    public required string RestrictionType { get; init; }

    /// <summary>Until when; null when it has no end, or none that can be read.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    internal static AccountRestriction Read(JsonTree json) => new()
    {
        RestrictionType = json.Id("restriction_type") ?? "",
        ExpiresAt = json.Instant("expiration"),
    };
}
