using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A text. Tapped prompts and commands arrive as text too.</summary>
public sealed record TextReceived : MessageReceived
{
    private LazyText _body;

    /// <summary>Creates an event, for tests.</summary>
    public TextReceived()
    {
    }

#pragma warning disable CS8618 // It is there, only not a string yet.
    [SetsRequiredMembers]
    internal TextReceived(scoped in MessageParts parts)
        : base(parts)
    {
        _body = parts.Origin.Lazy(parts.Draft.Body);
    }
#pragma warning restore CS8618

    /// <summary>What was written, without U+0000.</summary>
    public required string Body
    {
        get => _body.Value!;
        init => _body = new LazyText(value);
    }
}
