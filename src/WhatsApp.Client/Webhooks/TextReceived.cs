using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A text. Tapped prompts and commands arrive as text too.</summary>
public sealed record TextReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public TextReceived()
    {
    }

    [SetsRequiredMembers]
    internal TextReceived(in MessageOrigin origin, string body)
        : base(origin) => Body = body;

    /// <summary>What was written, without U+0000.</summary>
    public required string Body { get; init; }
}
