namespace WhatsApp.Client;

/// <summary>
/// What the platform says about a business phone number. Texts are open sets: new values may appear.
/// See <see href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account-to-number-current-status">phone number</see>.
/// </summary>
public sealed record PhoneNumberInfo
{
    /// <summary>The id the platform answered with.</summary>
    public required PhoneNumberId Id { get; init; }

    /// <summary>The number, formatted for reading (webhooks write digits only).</summary>
    public string? DisplayPhoneNumber { get; init; }

    /// <summary>The name customers see.</summary>
    public string? VerifiedName { get; init; }

    /// <summary><c>GREEN</c>, <c>YELLOW</c>, <c>RED</c>, <c>UNKNOWN</c> or <c>NA</c>.</summary>
    public string? QualityRating { get; init; }

    /// <summary>Such as <c>CONNECTED</c>, <c>PENDING</c>, <c>FLAGGED</c>, <c>RESTRICTED</c> or <c>BANNED</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Whether the number was verified with a code: <c>VERIFIED</c>, <c>NOT_VERIFIED</c> or <c>EXPIRED</c>.</summary>
    public string? CodeVerificationStatus { get; init; }

    /// <summary>Whether the verified name was approved, such as <c>APPROVED</c> or <c>PENDING_REVIEW</c>.</summary>
    public string? NameStatus { get; init; }

    /// <summary>Where the number is registered, such as <c>CLOUD_API</c>.</summary>
    public string? PlatformType { get; init; }

    /// <summary>How fast it may send: <c>STANDARD</c> (80 messages a second), <c>HIGH</c> (1,000) or <c>NOT_APPLICABLE</c>.</summary>
    public string? ThroughputLevel { get; init; }

    /// <summary><c>LIVE</c>, or <c>SANDBOX</c> for a test number that reaches few people.</summary>
    public string? AccountMode { get; init; }

    /// <summary>
    /// How many new people all numbers of the business may write to in 24 hours, such as <c>TIER_250</c>, <c>TIER_2K</c> or <c>TIER_UNLIMITED</c>.
    /// Answers to people who wrote first do not count.
    /// </summary>
    public string? MessagingLimit { get; init; }

    /// <summary>Whether it is an official business account (blue tick); null when the platform did not say.</summary>
    public bool? IsOfficialBusinessAccount { get; init; }

    /// <summary>Whether the number is used in the WhatsApp Business app too; null when the platform did not say.</summary>
    public bool? IsOnBusinessApp { get; init; }

    /// <summary>Whether the number is on coexistence, used by app and API at once: then it sends 20 messages a second at most.</summary>
    public bool IsCoexistence => IsOnBusinessApp == true && PlatformType == "CLOUD_API";

    /// <summary>Where its webhooks go; null when the platform did not say.</summary>
    public WebhookConfiguration? WebhookConfiguration { get; init; }

    /// <summary>The id, the status and the quality.</summary>
    public override string ToString() => $"PhoneNumberInfo({Id}, {Status}, {QualityRating})";
}
