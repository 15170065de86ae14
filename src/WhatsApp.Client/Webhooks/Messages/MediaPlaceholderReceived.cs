using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>Stands for a file that is not passed on.</summary>
public sealed record MediaPlaceholderReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public MediaPlaceholderReceived()
    {
    }

    [SetsRequiredMembers]
    internal MediaPlaceholderReceived(scoped in MessageParts parts)
        : base(parts)
    {
    }
}
