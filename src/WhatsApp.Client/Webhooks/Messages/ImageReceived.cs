using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A picture.</summary>
public sealed record ImageReceived : MediaReceived
{
    private LazyText _caption;

    /// <summary>Creates an event, for tests.</summary>
    public ImageReceived()
    {
    }

    [SetsRequiredMembers]
    internal ImageReceived(scoped in MessageParts parts, in MediaDraft media)
        : base(parts, media)
    {
        _caption = parts.Origin.Lazy(media.Caption);
    }

    /// <summary>The text below it; null when it has none.</summary>
    public string? Caption
    {
        get => _caption.Value;
        init => _caption = new LazyText(value);
    }
}
