using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>An event of a known kind whose content could not be read, with its JSON. Its neighbours are not affected.</summary>
public sealed record MalformedEvent : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public MalformedEvent()
    {
    }

    [SetsRequiredMembers]
    internal MalformedEvent(in EventOrigin origin, string reason)
        : base(origin) => Reason = reason;

    /// <summary>What was wrong, without any of the content.</summary>
    public required string Reason { get; init; }
}
