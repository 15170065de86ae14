using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A message of a kind without a record of its own: <see cref="MessageReceived.Type"/> says which, <see cref="WebhookEvent.Raw"/> has the rest.</summary>
public sealed record UnknownMessageReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public UnknownMessageReceived()
    {
    }

    [SetsRequiredMembers]
    internal UnknownMessageReceived(scoped in MessageParts parts)
        : base(parts)
    {
    }
}
