namespace WhatsApp.Client.Webhooks;

/// <summary>
/// The advertisement or post a person came from; on their first message after it, whatever its kind. Never empty text.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components#messages-object">the messages object</see>.
/// </summary>
public sealed record Referral
{
    /// <summary>Address of the advertisement or post.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Id of the advertisement or post.</summary>
    public string? SourceId { get; init; }

    /// <summary>Which of the two it is.</summary>
    public ReferralSourceType? SourceType { get; init; }

    /// <summary>Its headline.</summary>
    public string? Headline { get; init; }

    /// <summary>Its text.</summary>
    public string? Body { get; init; }

    /// <summary><c>image</c> or <c>video</c>.</summary>
    public string? MediaType { get; init; }

    /// <summary>Its picture.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Its video.</summary>
    public string? VideoUrl { get; init; }

    /// <summary>The video's still.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>The click's id, needed to report conversions; absent for advertisements in Status.</summary>
    public string? CtwaClid { get; init; }

    /// <summary>The greeting the person was shown.</summary>
    public string? WelcomeMessage { get; init; }

    /// <summary>Text of the advertiser's own.</summary>
    public string? Ref { get; init; }

    /// <summary>The kind of source only.</summary>
    public override string ToString() => $"Referral({SourceType?.Value})";
}
