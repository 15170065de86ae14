using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A person opened the chat for the first time and wrote nothing yet. The platform no longer sends it (March 2026).</summary>
public sealed record RequestWelcomeReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public RequestWelcomeReceived()
    {
    }

    [SetsRequiredMembers]
    internal RequestWelcomeReceived(scoped in MessageParts parts)
        : base(parts)
    {
    }
}
