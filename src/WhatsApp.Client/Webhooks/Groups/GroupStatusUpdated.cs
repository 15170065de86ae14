using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The platform suspended a group, or ended that.</summary>
public sealed record GroupStatusUpdated : GroupEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public GroupStatusUpdated()
    {
    }

    [SetsRequiredMembers]
    internal GroupStatusUpdated(in EventOrigin origin, JsonTree json)
        : base(origin, json)
    {
    }
}
