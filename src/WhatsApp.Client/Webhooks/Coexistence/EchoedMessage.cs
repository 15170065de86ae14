using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The business itself wrote a message, from the phone app or through another partner. Nothing to answer: a bot that is beside a person may keep quiet for a while.</summary>
public sealed record EchoedMessage : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public EchoedMessage()
    {
    }

    [SetsRequiredMembers]
    internal EchoedMessage(in EventOrigin origin, JsonTree json, JsonTree contacts)
        : base(origin) => Message = MessageCopy.Read(origin, json, contacts);

    /// <summary>The message.</summary>
    public required MessageCopy Message { get; init; }
}
