using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A message in a conversation that another app holds. Never answer it: the platform refuses (131070), or two bots talk at once.</summary>
public sealed record StandbyMessage : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public StandbyMessage()
    {
    }

    [SetsRequiredMembers]
    internal StandbyMessage(in EventOrigin origin, JsonTree json, JsonTree contacts)
        : base(origin) => Message = MessageCopy.Read(origin, json, contacts);

    /// <summary>The message.</summary>
    public required MessageCopy Message { get; init; }
}
