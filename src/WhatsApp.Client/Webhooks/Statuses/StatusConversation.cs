namespace WhatsApp.Client.Webhooks;

/// <summary>The conversation a message is counted to. Only with free entry points, or from apps on an API version up to 23.</summary>
public sealed record StatusConversation
{
    /// <summary>The conversation's id; null when absent.</summary>
    public string? Id { get; init; }

    /// <summary>What opened it, such as <c>referral_conversion</c>; null when absent.</summary>
    public string? OriginType { get; init; }

    /// <summary>When it ends; only with the status sent.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    internal static StatusConversation? Read(JsonTree json) => json.IsObject
        ? new() { Id = json.Id("id"), OriginType = json["origin"].Id("type"), ExpiresAt = json.Instant("expiration_timestamp") }
        : null;
}
