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

    /// <summary>Whether the verified name was approved, such as <c>APPROVED</c>.</summary>
    public string? NameStatus { get; init; }

    /// <summary>Where the number is registered, such as <c>CLOUD_API</c>.</summary>
    public string? PlatformType { get; init; }

    /// <summary>How fast it may send: <c>STANDARD</c> (80 messages a second), <c>HIGH</c> (1,000) or <c>NOT_APPLICABLE</c>.</summary>
    public string? ThroughputLevel { get; init; }

    /// <summary>The id, the status and the quality.</summary>
    public override string ToString() => $"PhoneNumberInfo({Id}, {Status}, {QualityRating})";
}
