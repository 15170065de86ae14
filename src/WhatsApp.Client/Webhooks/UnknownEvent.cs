using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A change of a field or shape without a record of its own, with its JSON.</summary>
public sealed record UnknownEvent : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public UnknownEvent()
    {
    }

    [SetsRequiredMembers]
    internal UnknownEvent(in EventOrigin origin)
        : base(origin)
    {
    }
}
