using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A customer's profile as the platform shares it. What it documents no further is in <see cref="WebhookEvent.Raw"/>. Personal.</summary>
public sealed record ConsumerProfileUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public ConsumerProfileUpdated()
    {
    }

    [SetsRequiredMembers]
    internal ConsumerProfileUpdated(in EventOrigin origin, JsonTree json, JsonTree contacts)
        : base(origin)
    {
        var named = People.Of(contacts, json.Id("user_id"), json.Id("parent_user_id"), json.Id("wa_id"));
        User = named with { ProfileName = json["profile"].Id("name") ?? named.ProfileName, Username = json["profile"].Id("username") ?? named.Username };
        Timestamp = json.Instant("timestamp");
    }

    /// <summary>Whose, and what is known of them.</summary>
    public required MessageSender User { get; init; }

    /// <summary>When; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}
