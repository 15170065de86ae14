using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A system message without a record of its own: <see cref="SystemReceived.SystemType"/> says which.</summary>
public sealed record UnknownSystemReceived : SystemReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public UnknownSystemReceived()
    {
    }

    [SetsRequiredMembers]
    internal UnknownSystemReceived(scoped in MessageParts parts, JsonTree json)
        : base(parts, json)
    {
    }
}
