using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A customer switched a kind of message off or on. Obey at once: the platform refuses such messages with 131050.</summary>
public sealed record UserPreferenceChanged : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public UserPreferenceChanged()
    {
    }

    [SetsRequiredMembers]
    internal UserPreferenceChanged(in EventOrigin origin, JsonTree json, JsonTree contacts)
        : base(origin)
    {
        User = People.Of(contacts, json.Id("user_id"), json.Id("parent_user_id"), json.Id("wa_id"));
        Category = json.Id("category") ?? "";
        Value = new PreferenceValue(json.Id("value") ?? "");
        Detail = json.Id("detail");
        Timestamp = json.Instant("timestamp");
        SignupId = json.Id("signup_id");
    }

    /// <summary>Who.</summary>
    public required MessageSender User { get; init; }

    /// <summary>Which kind, such as <c>marketing_messages</c>. Empty when absent.</summary>
    public required string Category { get; init; }

    /// <summary>What they chose.</summary>
    public required PreferenceValue Value { get; init; }

    /// <summary>For people; null when absent.</summary>
    public string? Detail { get; init; }

    /// <summary>When; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The sign-up it came from; null when absent.</summary>
    public string? SignupId { get; init; }
}
