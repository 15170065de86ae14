using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A tap on a quick-reply button of a template (type <c>button</c>).</summary>
public sealed record TemplateButtonReceived : MessageReceived
{
    private LazyText _text;
    private LazyText _payload;

    /// <summary>Creates an event, for tests.</summary>
    public TemplateButtonReceived()
    {
    }

#pragma warning disable CS8618 // It is there, only not a string yet.
    [SetsRequiredMembers]
    internal TemplateButtonReceived(scoped in MessageParts parts, TextSlice text, TextSlice payload)
        : base(parts)
    {
        (_text, _payload) = (parts.Origin.Lazy(text), parts.Origin.Lazy(payload));
    }
#pragma warning restore CS8618

    /// <summary>What the button said; empty when absent.</summary>
    public required string Text
    {
        get => _text.Value ?? "";
        init => _text = new LazyText(value);
    }

    /// <summary>The payload the template was sent with, or else what the button said. Came from outside: check it.</summary>
    public required string Payload
    {
        get => _payload.Value ?? Text;
        init => _payload = new LazyText(value);
    }
}
